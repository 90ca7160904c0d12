package dev.sandshell.intellij.core.terminal.view;

import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;

/**
 * How large cells are, in pixels of the device: whole ones, so that every cell begins at a pixel.
 *
 * @param scale pixels of the device that one of Swing takes
 * @param font the plain one, in the device's size
 * @param baseline from the cell's top
 * @param strikethrough the upper edge of a line through text, from the cell's top
 * @param stroke how thick lines are under and through text
 */
record CellMetrics(
        double scale,
        Font font,
        FontRenderContext context,
        int width,
        int height,
        int baseline,
        int strikethrough,
        int stroke) {
    static CellMetrics of(TerminalFonts fonts, double scale) {
        Font font = fonts.font().deriveFont((float) (fonts.font().getSize2D() * scale));
        FontRenderContext context =
                new FontRenderContext(null, fonts.antialiasing(), RenderingHints.VALUE_FRACTIONALMETRICS_OFF);
        LineMetrics line = font.getLineMetrics("Mg|", context);
        int text = (int) Math.ceil(line.getAscent() + line.getDescent());
        int height = Math.max(
                1, Math.round((line.getAscent() + line.getDescent() + line.getLeading()) * fonts.lineSpacing()));
        int width =
                Math.max(1, (int) Math.round(font.getStringBounds("M", context).getWidth()));
        int baseline = Math.round(line.getAscent()) + (height - text) / 2;
        int stroke = Math.max(1, Math.round(line.getUnderlineThickness()));
        int strikethrough = Math.max(0, baseline + Math.round(line.getStrikethroughOffset()));
        return new CellMetrics(scale, font, context, width, height, baseline, strikethrough, stroke);
    }

    int underline() {
        return Math.min(height - stroke, baseline + Math.max(1, stroke));
    }

    /** Pixels of Swing that so many of the device take, all of them covered. */
    int toSwing(int pixels) {
        return (int) Math.ceil(pixels / scale);
    }
}
