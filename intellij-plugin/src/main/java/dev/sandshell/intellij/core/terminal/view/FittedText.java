package dev.sandshell.intellij.core.terminal.view;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws what is not one glyph of the font: wide characters, emoji, characters with marks, those of another font. Each is made to
 * fit the cells that it has, in the middle where it is narrower, so that columns are columns.
 */
final class FittedText {
    /** As many as a screen full of different characters has. */
    private static final int MAX_KEPT = 4096;

    /** What is drawn and how: squeezed by a factor, and shifted. */
    private record Fitted(GlyphVector glyphs, double squeeze, double shift) {}

    private record Key(String text, int style, int cells) {}

    private final CellMetrics metrics;
    private final List<Font> fallbacks;
    private final Map<Key, Fitted> kept = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Fitted> eldest) {
            return size() > MAX_KEPT;
        }
    };

    FittedText(CellMetrics metrics, List<Font> fallbacks) {
        this.metrics = metrics;
        this.fallbacks = fallbacks;
    }

    void draw(Graphics2D graphics, FontFace face, String text, int cells, int x, int y) {
        Fitted fitted = kept.computeIfAbsent(
                new Key(text, face.font().getStyle(), cells), key -> fit(face.font(), text, cells));
        Shape clip = graphics.getClip();
        AffineTransform transform = graphics.getTransform();
        graphics.clipRect(x, y, cells * metrics.width(), metrics.height());
        graphics.translate(x + fitted.shift, y + metrics.baseline());
        graphics.scale(fitted.squeeze, 1);
        graphics.drawGlyphVector(fitted.glyphs, 0, 0);
        graphics.setTransform(transform);
        graphics.setClip(clip);
    }

    private Fitted fit(Font font, String text, int cells) {
        char[] characters = text.toCharArray();
        GlyphVector glyphs = fontFor(font, text)
                .layoutGlyphVector(metrics.context(), characters, 0, characters.length, Font.LAYOUT_LEFT_TO_RIGHT);
        double width = glyphs.getLogicalBounds().getWidth();
        double room = cells * metrics.width();
        return width > room
                ? new Fitted(glyphs, room / width, 0)
                : new Fitted(glyphs, 1, Math.rint((room - width) / 2));
    }

    private Font fontFor(Font font, String text) {
        if (font.canDisplayUpTo(text) < 0) {
            return font;
        }
        for (Font fallback : fallbacks) {
            if (fallback.canDisplayUpTo(text) < 0) {
                return fallback.deriveFont(font.getStyle(), font.getSize2D());
            }
        }
        // Stands for all fonts of the machine.
        return new Font(Font.MONOSPACED, font.getStyle(), 1).deriveFont(font.getSize2D());
    }
}
