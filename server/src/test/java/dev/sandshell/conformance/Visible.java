package dev.sandshell.conformance;

import java.nio.charset.StandardCharsets;

/** Text as it can be shown in a failure: control characters as escapes, long runs cut in the middle. Pure. */
final class Visible {
    private static final int MAX_LINE = 700;
    private static final int TAIL = 1_000;

    private Visible() {}

    static String line(String text) {
        String shown = text.length() <= MAX_LINE
                ? text
                : text.substring(0, MAX_LINE / 2) + " … " + (text.length() - MAX_LINE) + " characters … "
                        + text.substring(text.length() - MAX_LINE / 2);
        return escape(shown);
    }

    static String bytes(byte[] bytes) {
        int shown = Math.min(bytes.length, MAX_LINE);
        String more = bytes.length > shown ? " … and " + (bytes.length - shown) + " bytes" : "";
        return escape(new String(bytes, 0, shown, StandardCharsets.ISO_8859_1)) + more;
    }

    /** The end of something long, its line ends kept. */
    static String tail(String text) {
        String end = text.length() <= TAIL ? text : "… " + text.substring(text.length() - TAIL);
        StringBuilder shown = new StringBuilder();
        end.lines().forEach(line -> shown.append(escape(line)).append('\n'));
        return shown.toString();
    }

    private static String escape(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> shown.append("\\n");
                case '\r' -> shown.append("\\r");
                case '\t' -> shown.append("\\t");
                case '\u001b' -> shown.append("\\e");
                default -> {
                    if (Character.isISOControl(c)) {
                        shown.append(String.format("\\x%02x", (int) c));
                    } else {
                        shown.append(c);
                    }
                }
            }
        }
        return shown.toString();
    }
}
