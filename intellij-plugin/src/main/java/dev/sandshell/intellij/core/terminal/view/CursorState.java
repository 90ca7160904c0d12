package dev.sandshell.intellij.core.terminal.view;

import dev.sandshell.intellij.core.terminal.Cell;
import dev.sandshell.intellij.core.terminal.Cursor;
import dev.sandshell.intellij.core.terminal.ScreenLine;
import org.jspecify.annotations.Nullable;

/** How the cursor is seen at the moment: whether keys go here, and which half of its blinking it is in. */
final class CursorState {
    private boolean isFocused;
    private boolean isInDarkHalf;

    void focus(boolean focused) {
        isFocused = focused;
        isInDarkHalf = false;
    }

    boolean isFocused() {
        return isFocused;
    }

    /** Goes into the other half of its blinking. */
    void blink() {
        isInDarkHalf = !isInDarkHalf;
    }

    /** Begins to blink anew: a cursor that moves is seen. */
    void show() {
        isInDarkHalf = false;
    }

    /** Its picture in the line in which it is; nothing if it is not seen. */
    @Nullable
    CursorPicture picture(Cursor cursor, ScreenLine line, int columns) {
        boolean isDark = isFocused && isInDarkHalf && cursor.isBlinking();
        if (!cursor.isVisible() || isDark) {
            return null;
        }
        int column = Math.min(cursor.column(), columns - 1);
        Cell cell = line.cell(column);
        return new CursorPicture(cell.width() == 0 ? column - 1 : column, cursor.shape(), !isFocused);
    }
}
