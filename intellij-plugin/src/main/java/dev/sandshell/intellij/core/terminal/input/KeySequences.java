package dev.sandshell.intellij.core.terminal.input;

import java.awt.event.KeyEvent;
import java.util.Map;

/** The keys that have a sequence of their own, and the modifiers that go into it. */
final class KeySequences {
    /** {@code CSI A}, {@code SS3 A} once a program asks for it, {@code CSI 1;5A} with modifiers. */
    private static final Map<Integer, Character> CURSOR = Map.ofEntries(
            Map.entry(KeyEvent.VK_UP, 'A'),
            Map.entry(KeyEvent.VK_DOWN, 'B'),
            Map.entry(KeyEvent.VK_RIGHT, 'C'),
            Map.entry(KeyEvent.VK_LEFT, 'D'),
            Map.entry(KeyEvent.VK_KP_UP, 'A'),
            Map.entry(KeyEvent.VK_KP_DOWN, 'B'),
            Map.entry(KeyEvent.VK_KP_RIGHT, 'C'),
            Map.entry(KeyEvent.VK_KP_LEFT, 'D'),
            Map.entry(KeyEvent.VK_BEGIN, 'E'),
            Map.entry(KeyEvent.VK_END, 'F'),
            Map.entry(KeyEvent.VK_HOME, 'H'));

    /** {@code SS3 P}, {@code CSI 1;5P} with modifiers. */
    private static final Map<Integer, Character> FIRST_FUNCTIONS =
            Map.of(KeyEvent.VK_F1, 'P', KeyEvent.VK_F2, 'Q', KeyEvent.VK_F3, 'R', KeyEvent.VK_F4, 'S');

    /** {@code CSI 5~}, {@code CSI 5;5~} with modifiers. */
    private static final Map<Integer, Integer> NUMBERED = Map.ofEntries(
            Map.entry(KeyEvent.VK_INSERT, 2),
            Map.entry(KeyEvent.VK_DELETE, 3),
            Map.entry(KeyEvent.VK_PAGE_UP, 5),
            Map.entry(KeyEvent.VK_PAGE_DOWN, 6),
            Map.entry(KeyEvent.VK_F5, 15),
            Map.entry(KeyEvent.VK_F6, 17),
            Map.entry(KeyEvent.VK_F7, 18),
            Map.entry(KeyEvent.VK_F8, 19),
            Map.entry(KeyEvent.VK_F9, 20),
            Map.entry(KeyEvent.VK_F10, 21),
            Map.entry(KeyEvent.VK_F11, 23),
            Map.entry(KeyEvent.VK_F12, 24));

    /** {@code SS3 p} and so on, where a program asks for the keypad. */
    private static final Map<Integer, Character> KEYPAD = Map.ofEntries(
            Map.entry(KeyEvent.VK_NUMPAD0, 'p'),
            Map.entry(KeyEvent.VK_NUMPAD1, 'q'),
            Map.entry(KeyEvent.VK_NUMPAD2, 'r'),
            Map.entry(KeyEvent.VK_NUMPAD3, 's'),
            Map.entry(KeyEvent.VK_NUMPAD4, 't'),
            Map.entry(KeyEvent.VK_NUMPAD5, 'u'),
            Map.entry(KeyEvent.VK_NUMPAD6, 'v'),
            Map.entry(KeyEvent.VK_NUMPAD7, 'w'),
            Map.entry(KeyEvent.VK_NUMPAD8, 'x'),
            Map.entry(KeyEvent.VK_NUMPAD9, 'y'),
            Map.entry(KeyEvent.VK_MULTIPLY, 'j'),
            Map.entry(KeyEvent.VK_ADD, 'k'),
            Map.entry(KeyEvent.VK_SEPARATOR, 'l'),
            Map.entry(KeyEvent.VK_SUBTRACT, 'm'),
            Map.entry(KeyEvent.VK_DECIMAL, 'n'),
            Map.entry(KeyEvent.VK_DIVIDE, 'o'),
            Map.entry(KeyEvent.VK_ENTER, 'M'));

    private KeySequences() {}

    /** The sequence of a cursor, editing or function key; empty where the key has none. */
    static String of(int code, int modifiers, boolean isApplicationCursorKeys) {
        if (code >= KeyEvent.VK_F13 && code <= KeyEvent.VK_F24) {
            // xterm's keyboard has twelve, and finds the others with Shift.
            return of(code - KeyEvent.VK_F13 + KeyEvent.VK_F1, modifiers | SHIFT, isApplicationCursorKeys);
        }
        Character cursor = CURSOR.get(code);
        if (cursor != null) {
            return modifiers != 0
                    ? modified(modifiers, cursor)
                    : (isApplicationCursorKeys ? "\033O" : "\033[") + cursor;
        }
        Character function = FIRST_FUNCTIONS.get(code);
        if (function != null) {
            return modifiers != 0 ? modified(modifiers, function) : "\033O" + function;
        }
        Integer number = NUMBERED.get(code);
        if (number != null) {
            return "\033[" + number + (modifiers != 0 ? ";" + (1 + modifiers) : "") + "~";
        }
        return "";
    }

    /** What a key of the keypad sends to a program that has asked for it; empty where the key is none. */
    static String ofKeypad(int code) {
        Character last = KEYPAD.get(code);
        return last == null ? "" : "\033O" + last;
    }

    /** How xterm numbers the modifiers, less one. */
    static final int SHIFT = 1;

    static final int ALT = 2;
    static final int CONTROL = 4;

    private static String modified(int modifiers, char last) {
        return "\033[1;" + (1 + modifiers) + last;
    }
}
