package dev.sandshell.language;

/** How a text becomes another. Pure. */
public sealed interface TextChange {
    /** The text after it. Places behind the end of a line or of the text are at that end, as LSP has it. */
    String applyTo(String text);

    /** Where a line of the text before it is afterwards; where it is itself changed it stays. */
    int lineAfter(int line);

    /** Whether it leaves all but this line as it was, and that a line. */
    boolean isWithin(int line);

    /** All of it is new. */
    record Whole(String text) implements TextChange {
        @Override
        public String applyTo(String before) {
            return text;
        }

        @Override
        public int lineAfter(int line) {
            return line;
        }

        @Override
        public boolean isWithin(int line) {
            return false;
        }
    }

    /** Something comes in the place of a stretch, whose end is not before its beginning. */
    record Part(Place start, Place end, String text, PositionEncoding encoding) implements TextChange {
        @Override
        public String applyTo(String before) {
            int from = start.indexIn(before, encoding);
            int to = Math.max(from, end.indexIn(before, encoding));
            return before.substring(0, from) + text + before.substring(to);
        }

        @Override
        public int lineAfter(int line) {
            boolean isBefore = end.line() < line || (end.line() == line && end.character() == 0 && endsLine());
            return isBefore
                    ? Math.max(0, line + (int) TextLines.ends(text) - Math.max(0, end.line() - start.line()))
                    : line;
        }

        @Override
        public boolean isWithin(int line) {
            return start.line() == line && end.line() == line && TextLines.ends(text) == 0;
        }

        /** Whether what it ends before stays a line of its own. */
        private boolean endsLine() {
            return text.isEmpty() ? start.character() == 0 : text.endsWith("\n") || text.endsWith("\r");
        }
    }
}
