package dev.sandshell.terminal;

/** Text from elsewhere as a terminal can show it. Pure. */
public final class Visible {
    private Visible() {}

    /** What would have the terminal do something is shown as the shell's own echo would show it: {@code ^[}. */
    public static String text(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.chars().forEach(c -> {
            if (c == '\n' || c == '\t' || !Character.isISOControl(c)) {
                shown.append((char) c);
            } else if (c < 0x80) {
                shown.append('^').append((char) (c ^ 0x40));
            } else {
                shown.append('\uFFFD');
            }
        });
        return shown.toString();
    }
}
