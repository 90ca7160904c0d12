package dev.sandshell.intellij.core.terminal.emulator;

import dev.sandshell.intellij.core.terminal.Cursor;
import dev.sandshell.intellij.core.terminal.Modes;
import dev.sandshell.intellij.core.terminal.Modes.MouseEncoding;
import dev.sandshell.intellij.core.terminal.Modes.MouseTracking;

/** What a program has switched on and off. */
final class ModeFlags {
    boolean isApplicationCursorKeys;
    boolean isApplicationKeypad;
    boolean isBracketedPaste;
    boolean isFocusReported;
    boolean isInsert;
    boolean isAutoWrap = true;
    boolean isOrigin;
    /** Whether a backspace goes back over the margin, to the row that goes on here. */
    boolean isReverseWrap;
    /** Whether a line feed is a new line. */
    boolean isNewLine;

    boolean isCursorVisible = true;
    Cursor.Shape cursorShape = Cursor.Shape.BLOCK;
    boolean isCursorBlinking;
    MouseTracking mouse = MouseTracking.NONE;
    MouseEncoding mouseEncoding = MouseEncoding.LEGACY;

    /** What DECSTR sets back. */
    void softReset() {
        isApplicationCursorKeys = false;
        isApplicationKeypad = false;
        isBracketedPaste = false;
        isFocusReported = false;
        isInsert = false;
        isAutoWrap = true;
        isOrigin = false;
        isReverseWrap = false;
        isCursorVisible = true;
        cursorShape = Cursor.Shape.BLOCK;
        isCursorBlinking = false;
    }

    void reset() {
        softReset();
        isNewLine = false;
        mouse = MouseTracking.NONE;
        mouseEncoding = MouseEncoding.LEGACY;
    }

    Modes modes(boolean isAlternateScreen) {
        return new Modes(
                isAlternateScreen,
                isApplicationCursorKeys,
                isApplicationKeypad,
                isBracketedPaste,
                isFocusReported,
                isInsert,
                isAutoWrap,
                isOrigin,
                mouse,
                mouseEncoding);
    }
}
