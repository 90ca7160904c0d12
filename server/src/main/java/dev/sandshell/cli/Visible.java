package dev.sandshell.cli;

/** Text from elsewhere as a terminal can show it. Pure. */
final class Visible {
    private Visible() {}

    /** What would have the terminal do something is shown as the shell's own echo would show it: {@code ^[}. */
    static String text(String text) {
        StringBuilder shown = new StringBuilder();
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
