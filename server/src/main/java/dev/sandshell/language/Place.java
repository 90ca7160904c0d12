package dev.sandshell.language;

/** A place in a text: a line and, in what the client counts in, how far into it; both from 0. */
public record Place(int line, int character) {
    /** Where in a text it is, in UTF-16 units. Behind the end of a line or of the text is at that end, as LSP has it. */
    int indexIn(String text, PositionEncoding encoding) {
        int at = 0;
        for (int i = 0; i < line; i++) {
            int end = endOfLine(text, at);
            if (end == text.length()) {
                return end;
            }
            at = end + (text.startsWith("\r\n", end) ? 2 : 1);
        }
        return encoding.index(text, at, endOfLine(text, at), character);
    }

    private static int endOfLine(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at;
    }
}
