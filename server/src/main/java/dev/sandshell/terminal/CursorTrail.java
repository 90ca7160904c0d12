package dev.sandshell.terminal;

/**
 * Follows the cursor of a terminal so wide through what that is sent, from the beginning of a line on: how many rows it is
 * below the one where it began. Confined to its caller.
 */
final class CursorTrail implements SequenceReader.Listener {
    private final int columns;
    private int row;

    /** Behind the last one where the next character goes to the next row. */
    private int column;

    private boolean isLost;

    CursorTrail(int columns) {
        this.columns = columns;
    }

    /** Follows it; answers itself. */
    CursorTrail through(String sent) {
        new SequenceReader(this).read(sent);
        return this;
    }

    int row() {
        return row;
    }

    /** Whether it has been moved to a place that is not known from where it was. */
    boolean isLost() {
        return isLost;
    }

    @Override
    public void text(String piece, int from, int to) {
        int at = from;
        while (at < to) {
            int character = piece.codePointAt(at);
            at += Character.charCount(character);
            switch (character) {
                case '\r' -> column = 0;
                case '\n' -> row++;
                case '\b' -> left(1);
                case '\t' -> column = Math.min(columns - 1, (column / 8 + 1) * 8);
                default -> advance(CellWidth.of(character));
            }
        }
    }

    private void advance(int width) {
        if (column + width > columns) {
            row++;
            column = 0;
        }
        column += width;
    }

    private void left(int count) {
        column = Math.max(0, Math.min(column, columns - 1) - count);
    }

    @Override
    public void sequence(String text, int from, int to) {
        char kind = text.charAt(to - 1);
        if (text.charAt(from) != '[') {
            isLost |= to == from + 1 && "78DEMc".indexOf(kind) >= 0;
            return;
        }
        int count = count(text, from + 1, to - 1);
        switch (kind) {
            case 'A' -> row = Math.max(0, row - count);
            case 'B' -> row += count;
            case 'C' -> column = Math.min(columns - 1, column + count);
            case 'D' -> left(count);
            case 'G' -> column = Math.min(columns - 1, count - 1);
            case 'E', 'F', 'H', 'L', 'M', 'S', 'T', 'd', 'f', 'r', 's', 'u' -> isLost = true;
            default -> {}
        }
    }

    /** Its one number, which is 1 where it has none. */
    private static int count(String text, int from, int to) {
        int count = 0;
        for (int i = from; i < to && count < 10_000; i++) {
            count = 10 * count + Character.digit(text.charAt(i), 10);
        }
        return Math.max(1, count);
    }
}
