package dev.sandshell.intellij.platform;

import java.awt.Robot;
import java.awt.event.KeyEvent;
import java.util.Map;

/** A keyboard that AWT's robot types on; whoever has the focus gets it. */
final class TestKeyboard {
    /** What an American keyboard has above its keys. */
    private static final Map<Character, Character> SHIFTED = Map.ofEntries(
            Map.entry('!', '1'),
            Map.entry('@', '2'),
            Map.entry('#', '3'),
            Map.entry('$', '4'),
            Map.entry('%', '5'),
            Map.entry('^', '6'),
            Map.entry('&', '7'),
            Map.entry('*', '8'),
            Map.entry('(', '9'),
            Map.entry(')', '0'),
            Map.entry('_', '-'),
            Map.entry('+', '='),
            Map.entry('{', '['),
            Map.entry('}', ']'),
            Map.entry('|', '\\'),
            Map.entry(':', ';'),
            Map.entry('"', '\''),
            Map.entry('<', ','),
            Map.entry('>', '.'),
            Map.entry('?', '/'),
            Map.entry('~', '`'));

    private final Robot robot;

    TestKeyboard(Robot robot) {
        this.robot = robot;
    }

    void type(String text) {
        text.chars().forEach(c -> type((char) c));
    }

    private void type(char c) {
        Character below = SHIFTED.get(c);
        if (c == '\n') {
            press(KeyEvent.VK_ENTER);
        } else if (Character.isUpperCase(c)) {
            press(c, KeyEvent.VK_SHIFT);
        } else if (below != null) {
            press(code(below), KeyEvent.VK_SHIFT);
        } else {
            press(code(c));
        }
    }

    private static int code(char c) {
        return switch (c) {
            case '\'' -> KeyEvent.VK_QUOTE;
            case '`' -> KeyEvent.VK_BACK_QUOTE;
            default -> KeyEvent.getExtendedKeyCodeForChar(c);
        };
    }

    /** @param held keys that are held down meanwhile */
    void press(int key, int... held) {
        for (int code : held) {
            robot.keyPress(code);
        }
        robot.keyPress(key);
        robot.keyRelease(key);
        for (int code : held) {
            robot.keyRelease(code);
        }
    }
}
