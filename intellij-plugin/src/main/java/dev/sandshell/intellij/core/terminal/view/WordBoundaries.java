package dev.sandshell.intellij.core.terminal.view;

/** What a double click takes: a word, which may be a path or an address, or a run of blanks, or of one other sign. */
final class WordBoundaries {
    /** What belongs to paths, addresses and options beside letters and digits. */
    private static final String WORD_SIGNS = "-,./?%&#:_=+@~\\";

    private WordBoundaries() {}

    /** The word at a place; the cell itself where nothing was written. */
    static TextRange around(LogicalLine line, Position position) {
        String text = line.text();
        int at = line.offset(position);
        if (at == text.length()) {
            return new TextRange(position, new Position(position.line(), position.column() + 1));
        }
        int kind = kind(text.codePointAt(at));
        int from = at;
        while (from > 0 && kind(text.codePointBefore(from)) == kind) {
            from -= Character.charCount(text.codePointBefore(from));
        }
        int to = at;
        while (to < text.length() && kind(text.codePointAt(to)) == kind) {
            to += Character.charCount(text.codePointAt(to));
        }
        return line.range(from, to);
    }

    /** A mark goes with what it stands on, and of that there is more than one kind only in words. */
    private static int kind(int codePoint) {
        if (Character.isLetterOrDigit(codePoint)
                || WORD_SIGNS.indexOf(codePoint) >= 0
                || Character.getType(codePoint) == Character.NON_SPACING_MARK) {
            return 0;
        }
        return Character.isWhitespace(codePoint) ? ' ' : codePoint;
    }
}
