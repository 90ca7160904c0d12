package dev.sandshell.intellij.core.terminal.view;

import dev.sandshell.intellij.core.terminal.Cell;
import dev.sandshell.intellij.core.terminal.CellStyle;
import dev.sandshell.intellij.core.terminal.CellStyle.Attribute;
import dev.sandshell.intellij.core.terminal.ScreenLine;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.Set;

/**
 * Paints a row: the grounds first, then the text over them, lines under and through it, and the cursor. Nothing gets outside of
 * the row. A blinking text is like any other: what blinks is hard to read.
 */
final class RowPainter {
    private final Look look;
    private final CellMetrics metrics;
    private final int columns;
    private final int[] codes;
    private final int[] places;

    RowPainter(Look look, int columns) {
        this.look = look;
        metrics = look.metrics();
        this.columns = columns;
        codes = new int[columns];
        places = new int[columns];
    }

    /** Paints a row whose upper edge is at so many pixels. */
    void paint(Graphics2D graphics, RowPicture row, int y) {
        graphics.setClip(0, y, columns * metrics.width(), metrics.height());
        RowColours colours = new RowColours(look, row, columns);
        grounds(graphics, colours, y);
        ScreenLine line = row.line();
        int end = Math.min(columns, line.cells().size());
        int column = 0;
        while (column < end) {
            column = run(graphics, line, colours, column, end, y);
        }
        lines(graphics, line, colours, y);
        CursorPicture cursor = row.cursor();
        if (cursor != null && cursor.column() < columns) {
            CursorPainter.paint(graphics, this, look, line.cell(cursor.column()), cursor, y);
        }
    }

    /** Paints the text of one cell over what is there. */
    void text(Graphics2D graphics, Cell cell, int column, int y, int colour) {
        graphics.setColor(new Color(colour));
        FontFace face = face(cell.style());
        int glyph = face.glyph(cell.text());
        if (glyph == FontFace.NO_GLYPH || isDrawn(cell)) {
            special(graphics, cell, face, column, y);
        } else {
            graphics.drawGlyphVector(face.row(new int[] {glyph}, new int[] {column}, 1), 0, y + metrics.baseline());
        }
    }

    private void grounds(Graphics2D graphics, RowColours colours, int y) {
        int from = 0;
        for (int column = 1; column <= columns; column++) {
            if (column == columns || colours.ground(column) != colours.ground(from)) {
                graphics.setColor(new Color(colours.ground(from)));
                graphics.fillRect(from * metrics.width(), y, (column - from) * metrics.width(), metrics.height());
                from = column;
            }
        }
    }

    /** Paints cells of one face and colour; answers the column after them. */
    private int run(Graphics2D graphics, ScreenLine line, RowColours colours, int from, int end, int y) {
        int colour = colours.text(from);
        FontFace face = face(line.cells().get(from).style());
        graphics.setColor(new Color(colour));
        int count = 0;
        int column = from;
        while (column < end && colours.text(column) == colour) {
            Cell cell = line.cells().get(column);
            if (face(cell.style()) != face) {
                break;
            }
            boolean isSeen = !isBlank(cell) && colour != colours.ground(column);
            if (isSeen) {
                int glyph = isDrawn(cell) ? FontFace.NO_GLYPH : face.glyph(cell.text());
                if (glyph == FontFace.NO_GLYPH || cell.width() > 1) {
                    special(graphics, cell, face, column, y);
                } else {
                    codes[count] = glyph;
                    places[count++] = column;
                }
            }
            column++;
        }
        if (count > 0) {
            graphics.drawGlyphVector(face.row(codes, places, count), 0, y + metrics.baseline());
        }
        return column;
    }

    private void special(Graphics2D graphics, Cell cell, FontFace face, int column, int y) {
        int x = column * metrics.width();
        if (isDrawn(cell)) {
            int codePoint = cell.text().codePointAt(0);
            if (BoxDrawing.draws(codePoint)) {
                BoxDrawing.draw(graphics, codePoint, x, y, metrics.width(), metrics.height());
            } else {
                BlockElements.draw(graphics, codePoint, x, y, metrics.width(), metrics.height());
            }
        } else if (!isBlank(cell)) {
            look.fitted().draw(graphics, face, cell.text(), Math.max(1, cell.width()), x, y);
        }
    }

    private void lines(Graphics2D graphics, ScreenLine line, RowColours colours, int y) {
        int end = Math.min(columns, line.cells().size());
        for (int column = 0; column < end; column++) {
            Set<Attribute> attributes = line.cells().get(column).style().attributes();
            if (attributes.isEmpty() && !colours.isLink(column)) {
                continue;
            }
            graphics.setColor(new Color(colours.text(column)));
            if (attributes.contains(Attribute.UNDERLINE) || colours.isLink(column)) {
                line(graphics, column, y + metrics.underline());
            }
            if (attributes.contains(Attribute.STRIKETHROUGH)) {
                line(graphics, column, y + metrics.strikethrough());
            }
            if (attributes.contains(Attribute.OVERLINE)) {
                line(graphics, column, y);
            }
        }
    }

    private void line(Graphics2D graphics, int column, int y) {
        graphics.fillRect(column * metrics.width(), y, metrics.width(), metrics.stroke());
    }

    private FontFace face(CellStyle style) {
        return look.face(style.has(Attribute.BOLD), style.has(Attribute.ITALIC));
    }

    private static boolean isBlank(Cell cell) {
        return cell.text().isBlank();
    }

    private static boolean isDrawn(Cell cell) {
        return cell.text().length() == 1
                && (BoxDrawing.draws(cell.text().charAt(0))
                        || BlockElements.draws(cell.text().charAt(0)));
    }
}
