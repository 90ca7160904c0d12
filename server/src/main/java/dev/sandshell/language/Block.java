package dev.sandshell.language;

/**
 * A stretch of a document that can be run by itself.
 *
 * @param line the line beside which it is offered, from 0: a script's first, a cell's border, or what opens a fence
 * @param lastLine the last that belongs to it
 * @param text what is run
 */
public record Block(Kind kind, int line, int lastLine, String text) {
    /** What it is a stretch of. */
    public enum Kind {
        SCRIPT,
        CELL,
        FENCE
    }

    /** Whether a line is one of its. */
    public boolean holds(int other) {
        return line <= other && other <= lastLine;
    }
}
