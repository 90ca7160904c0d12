package dev.sandshell.intellij.core.terminal.view;

import java.awt.Font;
import java.awt.font.GlyphVector;
import java.awt.geom.Point2D;
import java.util.Arrays;

/** One of the four styles of the font, and which characters it can draw as they are: those one cell wide, without fallback or marks. */
final class FontFace {
    /** What cannot be drawn as it is. */
    static final int NO_GLYPH = -1;

    private static final int UNKNOWN = -2;

    private final CellMetrics metrics;
    private final Font font;
    /** By pages of 256 characters, which come when the first of them does. */
    private final int[][] glyphs = new int[256][];

    FontFace(CellMetrics metrics, int style) {
        this.metrics = metrics;
        font = metrics.font().deriveFont(style);
    }

    Font font() {
        return font;
    }

    /** The glyph of a cell's text. */
    int glyph(String text) {
        return text.length() == 1 ? glyph(text.charAt(0)) : NO_GLYPH;
    }

    private int glyph(char character) {
        int[] page = glyphs[character >> 8];
        if (page == null) {
            page = new int[256];
            Arrays.fill(page, UNKNOWN);
            glyphs[character >> 8] = page;
        }
        if (page[character & 0xFF] == UNKNOWN) {
            page[character & 0xFF] = find(character);
        }
        return page[character & 0xFF];
    }

    private int find(char character) {
        if (Character.isSurrogate(character) || !font.canDisplay(character)) {
            return NO_GLYPH;
        }
        GlyphVector vector = font.createGlyphVector(metrics.context(), new char[] {character});
        float advance = vector.getGlyphMetrics(0).getAdvance();
        return Math.abs(advance - metrics.width()) <= 1 ? vector.getGlyphCode(0) : NO_GLYPH;
    }

    /** Glyphs at columns of a row, the first of which is the origin. */
    GlyphVector row(int[] codes, int[] columns, int count) {
        GlyphVector vector = font.createGlyphVector(metrics.context(), Arrays.copyOf(codes, count));
        Point2D.Float place = new Point2D.Float();
        for (int glyph = 0; glyph < count; glyph++) {
            place.x = columns[glyph] * metrics.width();
            vector.setGlyphPosition(glyph, place);
        }
        return vector;
    }
}
