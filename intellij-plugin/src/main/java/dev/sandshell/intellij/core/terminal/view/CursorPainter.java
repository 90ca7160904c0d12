package dev.sandshell.intellij.core.terminal.view;

import dev.sandshell.intellij.core.terminal.Cell;
import java.awt.Color;
import java.awt.Graphics2D;

/** Paints the cursor over its cell: both cells of a wide character. */
final class CursorPainter {
    private CursorPainter() {}

    static void paint(Graphics2D graphics, RowPainter text, Look look, Cell cell, CursorPicture cursor, int y) {
        CellMetrics metrics = look.metrics();
        int x = cursor.column() * metrics.width();
        int width = Math.max(1, cell.width()) * metrics.width();
        int thickness = Math.max(metrics.stroke(), (int) Math.round(metrics.scale()));
        Color colour = look.scheme().cursor();
        graphics.setColor(colour);
        switch (cursor.shape()) {
            case UNDERLINE -> graphics.fillRect(x, y + metrics.height() - 2 * thickness, width, 2 * thickness);
            case BAR -> graphics.fillRect(x, y, 2 * thickness, metrics.height());
            case BLOCK -> {
                if (cursor.isHollow()) {
                    graphics.fillRect(x, y, width, thickness);
                    graphics.fillRect(x, y + metrics.height() - thickness, width, thickness);
                    graphics.fillRect(x, y, thickness, metrics.height());
                    graphics.fillRect(x + width - thickness, y, thickness, metrics.height());
                } else {
                    graphics.fillRect(x, y, width, metrics.height());
                    text.text(graphics, cell, cursor.column(), y, textOn(colour, look.colours()));
                }
            }
        }
    }

    /** Of the two colours that text and ground have, the one that is seen better. */
    private static int textOn(Color cursor, CellColours colours) {
        int text = colours.plain().text();
        int ground = colours.plain().ground();
        int own = CellColours.rgb(cursor);
        return distance(own, ground) >= distance(own, text) ? ground : text;
    }

    private static int distance(int one, int other) {
        int distance = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            distance += Math.abs(((one >> shift) & 0xFF) - ((other >> shift) & 0xFF));
        }
        return distance;
    }
}
