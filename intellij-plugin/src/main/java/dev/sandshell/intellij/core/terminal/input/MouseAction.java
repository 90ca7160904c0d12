package dev.sandshell.intellij.core.terminal.input;

/**
 * Something that was done with the mouse over a terminal.
 *
 * @param button 1 to 3 from left to right, 0 if none is held; of the wheel 4 and 5 for up and down, 6 and 7 for left and right
 * @param row from 0 on, as the column
 */
public record MouseAction(
        Kind kind, int button, int row, int column, boolean isShift, boolean isAlt, boolean isControl) {
    /** What happened. A turn of the wheel is pressed and never released. */
    public enum Kind {
        PRESSED,
        RELEASED,
        MOVED
    }
}
