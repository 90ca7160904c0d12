package dev.sandshell.intellij.core.terminal.view;

import dev.sandshell.intellij.core.terminal.CellStyle;
import dev.sandshell.intellij.core.terminal.CellStyle.Attribute;
import dev.sandshell.intellij.core.terminal.TerminalColour;
import java.awt.Color;

/** Which colours a style has in a scheme, as {@code 0xRRGGBB}. A scheme is asked once, when this is made. Immutable. */
final class CellColours {
    /** What a cell is painted with. */
    record Pair(int text, int ground) {}

    /** The six steps of red, green and blue in the colours 16 to 231, as xterm has them. */
    private static final int[] CUBE = {0, 95, 135, 175, 215, 255};

    private static final int RGB = 0xFFFFFF;

    private final int[] palette = new int[256];
    private final Pair plain;

    CellColours(TerminalColours scheme) {
        plain = new Pair(rgb(scheme.foreground()), rgb(scheme.background()));
        for (int index = 0; index < 16; index++) {
            palette[index] = rgb(scheme.palette(index));
        }
        for (int index = 0; index < 216; index++) {
            palette[16 + index] = (CUBE[index / 36] << 16) | (CUBE[index / 6 % 6] << 8) | CUBE[index % 6];
        }
        for (int index = 0; index < 24; index++) {
            palette[232 + index] = (8 + 10 * index) * 0x010101;
        }
    }

    /** Those of cells that nothing was said of. */
    Pair plain() {
        return plain;
    }

    Pair of(CellStyle style) {
        int text = of(style.foreground(), plain.text());
        int ground = of(style.background(), plain.ground());
        if (style.has(Attribute.INVERSE)) {
            int swapped = text;
            text = ground;
            ground = swapped;
        }
        if (style.has(Attribute.DIM)) {
            text = mix(text, ground);
        }
        return new Pair(style.has(Attribute.INVISIBLE) ? ground : text, ground);
    }

    private int of(TerminalColour colour, int otherwise) {
        if (colour instanceof TerminalColour.Indexed indexed) {
            return palette[indexed.index() & 0xFF];
        }
        return colour instanceof TerminalColour.Rgb rgb ? rgb.rgb() & RGB : otherwise;
    }

    /** Two parts of the text and one of the ground, channel by channel. */
    private static int mix(int text, int ground) {
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            mixed |= ((2 * ((text >> shift) & 0xFF) + ((ground >> shift) & 0xFF)) / 3) << shift;
        }
        return mixed;
    }

    static int rgb(Color colour) {
        return colour.getRGB() & RGB;
    }
}
