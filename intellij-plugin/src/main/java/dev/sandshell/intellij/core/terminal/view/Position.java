package dev.sandshell.intellij.core.terminal.view;

/**
 * A place in what a terminal shows and has shown.
 *
 * @param line the line's number, as {@link dev.sandshell.intellij.core.terminal.Emulator#topLine} has it
 * @param column from 0 on; as an end, the one after the last
 */
record Position(long line, int column) implements Comparable<Position> {
    @Override
    public int compareTo(Position other) {
        int byLine = Long.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }
}
