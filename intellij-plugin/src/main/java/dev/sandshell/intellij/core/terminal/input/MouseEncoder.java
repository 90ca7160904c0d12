package dev.sandshell.intellij.core.terminal.input;

import dev.sandshell.intellij.core.terminal.Modes;
import dev.sandshell.intellij.core.terminal.Modes.MouseEncoding;
import dev.sandshell.intellij.core.terminal.Modes.MouseTracking;
import dev.sandshell.intellij.core.terminal.input.MouseAction.Kind;

/** What an action of the mouse sends to a program that has asked for it. */
public final class MouseEncoder {
    /** The old encodings add this to every number, so that it is a character that is seen. */
    private static final int OFFSET = 32;

    /** From 128 on the old encoding would need bytes that are no text. */
    private static final int LEGACY_LIMIT = 127 - OFFSET;

    /** What two bytes of UTF-8 hold. */
    private static final int UTF8_LIMIT = 2047 - OFFSET;

    private static final int MOTION = 32;

    private MouseEncoder() {}

    /** What is sent; empty if the program does not want to know, or its encoding cannot say it. */
    public static String encode(MouseAction action, Modes modes) {
        if (!isWanted(action, modes.mouse())) {
            return "";
        }
        boolean isSgr = modes.mouseEncoding() == MouseEncoding.SGR;
        int code = (action.kind() == Kind.RELEASED && !isSgr ? 3 : button(action.button()))
                + (action.kind() == Kind.MOVED ? MOTION : 0)
                + (modes.mouse() == MouseTracking.X10 ? 0 : modifiers(action));
        int column = action.column() + 1;
        int row = action.row() + 1;
        return switch (modes.mouseEncoding()) {
            case LEGACY -> characters(code, column, row, LEGACY_LIMIT);
            case UTF8 -> characters(code, column, row, UTF8_LIMIT);
            case SGR -> "\033[<" + code + ";" + column + ";" + row + (action.kind() == Kind.RELEASED ? "m" : "M");
            case URXVT -> "\033[" + (code + OFFSET) + ";" + column + ";" + row + "M";
        };
    }

    private static boolean isWanted(MouseAction action, MouseTracking tracking) {
        return switch (tracking) {
            case NONE -> false;
            case X10 -> action.kind() == Kind.PRESSED && action.button() <= 3;
            case VT200 -> action.kind() != Kind.MOVED;
            case DRAG -> action.kind() != Kind.MOVED || action.button() > 0;
            case ANY -> true;
        };
    }

    private static int button(int button) {
        if (button == 0) {
            return 3;
        }
        return button <= 3 ? button - 1 : 64 + button - 4;
    }

    private static int modifiers(MouseAction action) {
        return (action.isShift() ? 4 : 0) + (action.isAlt() ? 8 : 0) + (action.isControl() ? 16 : 0);
    }

    private static String characters(int code, int column, int row, int limit) {
        return column > limit || row > limit
                ? ""
                : "\033[M" + (char) (code + OFFSET) + (char) (column + OFFSET) + (char) (row + OFFSET);
    }
}
