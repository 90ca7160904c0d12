package dev.sandshell.language;

/** How a text becomes another. Pure. */
public sealed interface TextChange {
    /** The text after it. Places behind the end of a line or of the text are at that end, as LSP has it. */
    String applyTo(String text);

    /** All of it is new. */
    record Whole(String text) implements TextChange {
        @Override
        public String applyTo(String before) {
            return text;
        }
    }

    /** Something comes in the place of a stretch, whose end is not before its beginning. */
    record Part(Place start, Place end, String text) implements TextChange {
        @Override
        public String applyTo(String before) {
            int from = offset(before, start);
            int to = Math.max(from, offset(before, end));
            return before.substring(0, from) + text + before.substring(to);
        }

        private static int offset(String text, Place place) {
            int at = 0;
            for (int line = 0; line < place.line(); line++) {
                int end = endOfLine(text, at);
                if (end == text.length()) {
                    return end;
                }
                at = end + (text.startsWith("\r\n", end) ? 2 : 1);
            }
            return (int) Math.min((long) at + place.character(), endOfLine(text, at));
        }

        private static int endOfLine(String text, int from) {
            int at = from;
            while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
                at++;
            }
            return at;
        }
    }
}
