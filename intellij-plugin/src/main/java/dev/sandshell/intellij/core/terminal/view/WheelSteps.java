package dev.sandshell.intellij.core.terminal.view;

import java.awt.event.MouseWheelEvent;

/** Makes whole steps of the small ones that touchpads send; what is left over counts with the next. */
final class WheelSteps {
    private static final int LINES_OF_A_NOTCH = 3;

    private double leftOver;

    /** Whole turns, negative ones up. */
    int notches(double rotation) {
        return whole(rotation);
    }

    /** Lines to scroll by, negative ones up. */
    int lines(MouseWheelEvent event) {
        int amount =
                event.getScrollType() == MouseWheelEvent.WHEEL_UNIT_SCROLL ? event.getScrollAmount() : LINES_OF_A_NOTCH;
        return whole(event.getPreciseWheelRotation() * Math.max(1, amount));
    }

    private int whole(double steps) {
        leftOver = leftOver * steps < 0 ? steps : leftOver + steps;
        int whole = (int) leftOver;
        leftOver -= whole;
        return whole;
    }
}
