package dev.sandshell.diagnostics;

import dev.sandshell.terminal.CellWidth;
import java.util.function.IntUnaryOperator;

/** What tools count when they say a column. */
public enum Columns {
    BYTES(Columns::bytes, 1),
    CODE_POINTS(character -> 1, 1),
    UTF_16(Character::charCount, 1),
    /** Of javac's compiler interface, and so Maven. */
    UTF_16_AND_TABS(Character::charCount, 8),
    CODE_POINTS_AND_TABS(character -> 1, 8),
    /** gcc's; and clang's, which counts bytes and says it in the same form. */
    CELLS_OR_BYTES(CellWidth::of, 8);

    /** A function without a state. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final IntUnaryOperator width;

    private final int tabStop;

    Columns(IntUnaryOperator width, int tabStop) {
        this.width = width;
        this.tabStop = tabStop;
    }

    /** Where in a line of a file that is, in UTF-16 units from 0; at most its length. */
    int offset(String line, int column) {
        int offset = walk(line, column);
        if (this == CELLS_OR_BYTES && !beginsSomething(line, offset)) {
            int other = BYTES.offset(line, column);
            return beginsSomething(line, other) ? other : offset;
        }
        return offset;
    }

    private int walk(String line, int column) {
        int at = 0;
        int next = 1;
        while (at < line.length() && next < column) {
            int character = line.codePointAt(at);
            next += character == '\t' ? tabStop - (next - 1) % tabStop : width.applyAsInt(character);
            if (next > column) {
                return at;
            }
            at += Character.charCount(character);
        }
        return at;
    }

    /** Tools point to the start of something, never to blanks or into a word. */
    private static boolean beginsSomething(String line, int offset) {
        return offset < line.length()
                && !Character.isWhitespace(line.charAt(offset))
                && (offset == 0
                        || !Character.isJavaIdentifierPart(line.charAt(offset - 1))
                        || !Character.isJavaIdentifierPart(line.charAt(offset)));
    }

    private static int bytes(int character) {
        if (character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return character < 0x10000 ? 3 : 4;
    }
}
