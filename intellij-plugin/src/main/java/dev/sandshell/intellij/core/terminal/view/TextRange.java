package dev.sandshell.intellij.core.terminal.view;

/** A piece of text as it is read, from a cell up to one that is no longer part of it. */
record TextRange(Position from, Position to) {
    TextRange {
        if (from.compareTo(to) > 0) {
            throw new IllegalArgumentException("ends before it begins: " + from + ", " + to);
        }
    }

    boolean isEmpty() {
        return from.equals(to);
    }

    boolean contains(Position position) {
        return from.compareTo(position) <= 0 && position.compareTo(to) < 0;
    }

    /** The smallest one that has both in it. */
    TextRange union(TextRange other) {
        return new TextRange(
                from.compareTo(other.from) < 0 ? from : other.from, to.compareTo(other.to) > 0 ? to : other.to);
    }

    /** The first column of a line that belongs to it. */
    int firstColumn(long line) {
        return line == from.line() ? from.column() : 0;
    }

    /** The one after the last, on a terminal so wide; not more than {@link #firstColumn} where nothing of the line belongs to it. */
    int endColumn(long line, int columns) {
        if (line < from.line() || line > to.line()) {
            return 0;
        }
        return line == to.line() ? Math.min(to.column(), columns) : columns;
    }
}
