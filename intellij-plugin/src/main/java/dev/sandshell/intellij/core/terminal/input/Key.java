package dev.sandshell.intellij.core.terminal.input;

import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;

/**
 * A key that was pressed.
 *
 * @param code as {@link KeyEvent} names it
 * @param character what it means by itself, {@link KeyEvent#CHAR_UNDEFINED} if nothing
 * @param modifiers those of {@link InputEvent#getModifiersEx}
 * @param isOnKeypad whether it is one of the block at the right
 * @param isNumLock whether the keypad's keys are digits, whatever a program asks of them
 */
public record Key(int code, char character, int modifiers, boolean isOnKeypad, boolean isNumLock) {
    /** One that is not on the keypad and has no character. */
    public static Key of(int code, int modifiers) {
        return new Key(code, KeyEvent.CHAR_UNDEFINED, modifiers, false, true);
    }

    public boolean isShift() {
        return has(InputEvent.SHIFT_DOWN_MASK);
    }

    /** Windows says Ctrl and Alt as well where AltGr is held: then it is neither. */
    public boolean isControl() {
        return has(InputEvent.CTRL_DOWN_MASK) && !has(InputEvent.ALT_GRAPH_DOWN_MASK);
    }

    public boolean isAlt() {
        return has(InputEvent.ALT_DOWN_MASK) && !has(InputEvent.ALT_GRAPH_DOWN_MASK);
    }

    /** The key with which macOS gives commands; no program of a terminal hears of it. */
    public boolean isMeta() {
        return has(InputEvent.META_DOWN_MASK);
    }

    private boolean has(int mask) {
        return (modifiers & mask) != 0;
    }
}
