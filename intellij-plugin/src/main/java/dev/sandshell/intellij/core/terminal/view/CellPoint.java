package dev.sandshell.intellij.core.terminal.view;

import dev.sandshell.protocol.TerminalSize;
import java.awt.Point;

/**
 * Where the mouse is.
 *
 * @param row of those that are seen, from 0 on
 * @param isInRightHalf whether it is nearer to the next cell
 */
record CellPoint(Position position, int row, boolean isInRightHalf) {
    static CellPoint of(Point point, double scale, CellMetrics metrics, TerminalSize size, long first) {
        double x = point.x * scale / metrics.width();
        int column = (int) Math.max(0, Math.min(size.cols() - 1, Math.floor(x)));
        int row = (int) Math.max(0, Math.min(size.rows() - 1, Math.floor(point.y * scale / metrics.height())));
        return new CellPoint(new Position(first + row, column), row, x - column >= 0.5);
    }
}
