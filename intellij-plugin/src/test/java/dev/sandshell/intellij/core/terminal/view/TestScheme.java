package dev.sandshell.intellij.core.terminal.view;

import java.awt.Color;
import java.awt.Font;
import org.jspecify.annotations.Nullable;

/** Colours of a dark scheme, and a font, that tests know. */
final class TestScheme implements TerminalColours, TerminalFonts {
    private static final int[] PALETTE = {
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x2472C8, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
        0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF
    };

    private Font font = new Font("DejaVu Sans Mono", Font.PLAIN, 14);
    private float lineSpacing = 1;

    void font(Font newFont, float newLineSpacing) {
        font = newFont;
        lineSpacing = newLineSpacing;
    }

    @Override
    public Font font() {
        return font;
    }

    @Override
    public float lineSpacing() {
        return lineSpacing;
    }

    @Override
    public Color foreground() {
        return new Color(0xBBBBBB);
    }

    @Override
    public Color background() {
        return new Color(0x1E1E1E);
    }

    @Override
    public Color palette(int index) {
        return new Color(PALETTE[index]);
    }

    @Override
    public Color cursor() {
        return new Color(0xEEEEEE);
    }

    @Override
    public Color selection() {
        return new Color(0x214283);
    }

    @Override
    public @Nullable Color selectedText() {
        return null;
    }

    @Override
    public Color found() {
        return new Color(0x32593D);
    }

    @Override
    public Color foundNow() {
        return new Color(0x7A5C00);
    }

    @Override
    public Color link() {
        return new Color(0x589DF6);
    }
}
