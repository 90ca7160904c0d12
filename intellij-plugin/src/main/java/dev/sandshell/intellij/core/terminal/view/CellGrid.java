package dev.sandshell.intellij.core.terminal.view;

import dev.sandshell.intellij.core.terminal.view.ScreenImage.Change;
import dev.sandshell.intellij.core.terminal.view.ScreenReader.Snapshot;
import dev.sandshell.protocol.TerminalSize;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where cells are in a component: how large they are with this font on this screen, how many there is room for, which one is where. */
final class CellGrid {
    private final TerminalFonts fonts;
    private final TerminalColours colours;
    private final Consumer<TerminalSize> whenResized;

    private double scale = 1;
    private Look look;
    private @Nullable TerminalSize reported;

    CellGrid(TerminalFonts fonts, TerminalColours colours, Consumer<TerminalSize> whenResized) {
        this.fonts = fonts;
        this.colours = colours;
        this.whenResized = whenResized;
        look = new Look(fonts, colours, scale);
    }

    Look look() {
        return look;
    }

    /** Asks for fonts and colours anew. */
    void lookChanged() {
        look = new Look(fonts, colours, scale);
    }

    /** The screen has so many pixels for one of Swing; whether that is news. */
    boolean useScale(double newScale) {
        if (newScale == scale) {
            return false;
        }
        scale = newScale;
        lookChanged();
        return true;
    }

    /** Tells of another number of cells, if it is one; of none for a component that was not laid out yet. */
    void report(int width, int height) {
        if (width > 0 && height > 0) {
            int rows = (int) (height * scale / look.metrics().height());
            int columns = (int) (width * scale / look.metrics().width());
            TerminalSize size = new TerminalSize(Math.max(1, rows), Math.max(2, columns));
            if (!size.equals(reported)) {
                reported = size;
                whenResized.accept(size);
            }
        }
    }

    /** How large a component with so many cells is. */
    Dimension dimension(int rows, int columns) {
        CellMetrics metrics = look.metrics();
        return new Dimension(metrics.toSwing(columns * metrics.width()), metrics.toSwing(rows * metrics.height()));
    }

    /** The cell at a point; the nearest one for a point outside of them. */
    CellPoint at(Point point, @Nullable Snapshot shown) {
        return shown == null
                ? CellPoint.of(point, scale, look.metrics(), new TerminalSize(1, 1), 0)
                : CellPoint.of(point, scale, look.metrics(), shown.size(), shown.first());
    }

    /** The cursor's cell. */
    Rectangle cursor(@Nullable Snapshot shown) {
        int row = shown == null ? 0 : (int) (shown.top() + shown.cursor().row() - shown.first());
        int column = shown == null ? 0 : shown.cursor().column();
        int x = (int) (column * look.metrics().width() / scale);
        int y = (int) (row * look.metrics().height() / scale);
        return new Rectangle(new Point(x, y), dimension(1, 1));
    }

    /** Rows that have changed, as wide as the component. */
    Rectangle rows(Change change, int width) {
        int from = (int) (change.first() * look.metrics().height() / scale);
        int end = look.metrics().toSwing(change.end() * look.metrics().height());
        return new Rectangle(0, from, width, end - from);
    }
}
