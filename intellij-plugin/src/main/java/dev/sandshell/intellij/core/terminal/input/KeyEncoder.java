package dev.sandshell.intellij.core.terminal.input;

import dev.sandshell.intellij.core.terminal.Modes;
import java.awt.event.KeyEvent;

/**
 * What a key that is pressed sends to a program. Where it answers nothing, the key is typed: what the keyboard's layout, dead
 * keys and AltGr make of it is known only then.
 *
 * @param isAltMeta whether Alt stands for a leading ESC; on macOS it is a key of the layout
 */
public record KeyEncoder(boolean isAltMeta) {
    /** What the key sends, empty if it is to be typed. */
    public String encode(Key key, Modes modes) {
        if (key.isMeta()) {
            return "";
        }
        if (modes.isApplicationKeypad() && key.isOnKeypad() && !key.isNumLock()) {
            String keypad = KeySequences.ofKeypad(key.code());
            if (!keypad.isEmpty()) {
                return keypad;
            }
        }
        String sequence = KeySequences.of(key.code(), modifiers(key), modes.isApplicationCursorKeys());
        return sequence.isEmpty() ? withAlt(key, plain(key)) : sequence;
    }

    private static String plain(Key key) {
        return switch (key.code()) {
            case KeyEvent.VK_ENTER -> "\r";
            case KeyEvent.VK_ESCAPE -> "\033";
            case KeyEvent.VK_TAB -> key.isShift() ? "\033[Z" : "\t";
            case KeyEvent.VK_BACK_SPACE -> key.isControl() ? "\b" : "\177";
            default -> key.isControl() ? control(key) : "";
        };
    }

    private String withAlt(Key key, String plain) {
        if (!key.isAlt() || !isAltMeta || plain.equals("\033[Z")) {
            return plain;
        }
        if (!plain.isEmpty()) {
            return "\033" + plain;
        }
        // Alt with Ctrl and a key that has no control character is somebody's shortcut.
        return key.isControl() || !isPrintable(key.character()) ? "" : "\033" + key.character();
    }

    /** The control character of a key; of one whose letter is not Latin, the layout has to say. */
    private static String control(Key key) {
        int code = key.code();
        if (code >= KeyEvent.VK_A && code <= KeyEvent.VK_Z) {
            return Character.toString(code - KeyEvent.VK_A + 1);
        }
        String ofCharacter = isPrintable(key.character()) ? controlOf(key.character()) : "";
        return ofCharacter.isEmpty() ? controlOf(code) : ofCharacter;
    }

    /** Of a character or a key's code, which are the same where there is one. The digits are xterm's. */
    private static String controlOf(int character) {
        return switch (character) {
            case ' ', '@', '2' -> "\0";
            case '[', '3' -> "\033";
            case '\\', '4' -> "\034";
            case ']', '5' -> "\035";
            case '^', '6' -> "\036";
            case '_', '-', '/', '7' -> "\037";
            case '?', '8' -> "\177";
            default -> "";
        };
    }

    private static int modifiers(Key key) {
        return (key.isShift() ? KeySequences.SHIFT : 0)
                + (key.isAlt() ? KeySequences.ALT : 0)
                + (key.isControl() ? KeySequences.CONTROL : 0);
    }

    private static boolean isPrintable(char character) {
        return character != KeyEvent.CHAR_UNDEFINED && character >= ' ' && character != '\177';
    }
}
