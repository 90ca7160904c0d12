package dev.sandshell.terminal;

import java.util.NavigableMap;
import java.util.TreeMap;

/** How many cells of a terminal a character takes: most one, those of East Asia and emoji two. Pure. */
public final class CellWidth {
    /** The first and the last of each block of wide ones. */
    private static final NavigableMap<Integer, Integer> WIDE = new TreeMap<>();

    static {
        WIDE.put(0x1100, 0x115f);
        WIDE.put(0x2e80, 0x303e);
        WIDE.put(0x3041, 0xa4cf);
        WIDE.put(0xa960, 0xa97c);
        WIDE.put(0xac00, 0xd7a3);
        WIDE.put(0xf900, 0xfaff);
        WIDE.put(0xfe10, 0xfe19);
        WIDE.put(0xfe30, 0xfe6f);
        WIDE.put(0xff00, 0xff60);
        WIDE.put(0xffe0, 0xffe6);
        WIDE.put(0x1f300, 0x1f64f);
        WIDE.put(0x1f680, 0x1f6ff);
        WIDE.put(0x1f900, 0x1faff);
        WIDE.put(0x20000, 0x3fffd);
    }

    private CellWidth() {}

    public static int of(int character) {
        if (character >= ' ' && character < 0x7f) {
            return 1;
        }
        var block = WIDE.floorEntry(character);
        if (block != null && character <= block.getValue()) {
            return 2;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> 1;
        };
    }
}
