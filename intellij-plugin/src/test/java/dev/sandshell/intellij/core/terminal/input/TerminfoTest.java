package dev.sandshell.intellij.core.terminal.input;

import static java.awt.event.InputEvent.ALT_DOWN_MASK;
import static java.awt.event.InputEvent.CTRL_DOWN_MASK;
import static java.awt.event.InputEvent.SHIFT_DOWN_MASK;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sandshell.intellij.core.terminal.Modes;
import dev.sandshell.intellij.core.terminal.Modes.MouseEncoding;
import dev.sandshell.intellij.core.terminal.Modes.MouseTracking;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Programs look keys up under these names for {@code TERM=xterm-256color}, once they have sent {@code smkx}. */
class TerminfoTest {
    private static final Modes AFTER_SMKX =
            new Modes(false, true, true, false, false, false, true, false, MouseTracking.NONE, MouseEncoding.LEGACY);

    private static final Map<String, Key> KEYS = Map.ofEntries(
            entry("kcuu1", Key.of(KeyEvent.VK_UP, 0)),
            entry("kcud1", Key.of(KeyEvent.VK_DOWN, 0)),
            entry("kcuf1", Key.of(KeyEvent.VK_RIGHT, 0)),
            entry("kcub1", Key.of(KeyEvent.VK_LEFT, 0)),
            entry("khome", Key.of(KeyEvent.VK_HOME, 0)),
            entry("kend", Key.of(KeyEvent.VK_END, 0)),
            entry("kbeg", Key.of(KeyEvent.VK_BEGIN, 0)),
            entry("kich1", Key.of(KeyEvent.VK_INSERT, 0)),
            entry("kdch1", Key.of(KeyEvent.VK_DELETE, 0)),
            entry("kpp", Key.of(KeyEvent.VK_PAGE_UP, 0)),
            entry("knp", Key.of(KeyEvent.VK_PAGE_DOWN, 0)),
            entry("kbs", Key.of(KeyEvent.VK_BACK_SPACE, 0)),
            entry("kcbt", Key.of(KeyEvent.VK_TAB, SHIFT_DOWN_MASK)),
            entry("kri", Key.of(KeyEvent.VK_UP, SHIFT_DOWN_MASK)),
            entry("kind", Key.of(KeyEvent.VK_DOWN, SHIFT_DOWN_MASK)),
            entry("kLFT", Key.of(KeyEvent.VK_LEFT, SHIFT_DOWN_MASK)),
            entry("kRIT", Key.of(KeyEvent.VK_RIGHT, SHIFT_DOWN_MASK)),
            entry("kHOM", Key.of(KeyEvent.VK_HOME, SHIFT_DOWN_MASK)),
            entry("kEND", Key.of(KeyEvent.VK_END, SHIFT_DOWN_MASK)),
            entry("kDC", Key.of(KeyEvent.VK_DELETE, SHIFT_DOWN_MASK)),
            entry("kPRV", Key.of(KeyEvent.VK_PAGE_UP, SHIFT_DOWN_MASK)),
            entry("kUP3", Key.of(KeyEvent.VK_UP, ALT_DOWN_MASK)),
            entry("kUP5", Key.of(KeyEvent.VK_UP, CTRL_DOWN_MASK)),
            entry("kUP6", Key.of(KeyEvent.VK_UP, CTRL_DOWN_MASK | SHIFT_DOWN_MASK)),
            entry("kUP7", Key.of(KeyEvent.VK_UP, CTRL_DOWN_MASK | ALT_DOWN_MASK)),
            entry("kDC5", Key.of(KeyEvent.VK_DELETE, CTRL_DOWN_MASK)),
            entry("kNXT3", Key.of(KeyEvent.VK_PAGE_DOWN, ALT_DOWN_MASK)),
            entry("kent", keypad(KeyEvent.VK_ENTER)),
            entry("ka1", keypad(KeyEvent.VK_NUMPAD7)),
            entry("ka3", keypad(KeyEvent.VK_NUMPAD9)),
            entry("kb2", keypad(KeyEvent.VK_NUMPAD5)),
            entry("kc1", keypad(KeyEvent.VK_NUMPAD1)),
            entry("kc3", keypad(KeyEvent.VK_NUMPAD3)),
            entry("kpZRO", keypad(KeyEvent.VK_NUMPAD0)),
            entry("kpADD", keypad(KeyEvent.VK_ADD)),
            entry("kpSUB", keypad(KeyEvent.VK_SUBTRACT)),
            entry("kpMUL", keypad(KeyEvent.VK_MULTIPLY)),
            entry("kpDIV", keypad(KeyEvent.VK_DIVIDE)),
            entry("kpDOT", keypad(KeyEvent.VK_DECIMAL)),
            entry("kpCMA", keypad(KeyEvent.VK_SEPARATOR)));

    @Test
    void keysAreWhatProgramsLookFor() throws Exception {
        Map<String, String> known = terminfo();
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> actual = new TreeMap<>();
        Map<String, Key> keys = new HashMap<>(KEYS);
        for (int number = 1; number <= 12; number++) {
            int code = KeyEvent.VK_F1 + number - 1;
            keys.put("kf" + number, Key.of(code, 0));
            keys.put("kf" + (number + 12), Key.of(KeyEvent.VK_F13 + number - 1, 0));
            keys.put("kf" + (number + 24), Key.of(code, CTRL_DOWN_MASK));
            keys.put("kf" + (number + 36), Key.of(code, CTRL_DOWN_MASK | SHIFT_DOWN_MASK));
            keys.put("kf" + (number + 48), Key.of(code, ALT_DOWN_MASK));
        }
        keys.forEach((name, key) -> {
            if (known.containsKey(name)) {
                expected.put(name, known.get(name));
                actual.put(name, new KeyEncoder(true).encode(key, AFTER_SMKX));
            }
        });

        assertThat(actual).isEqualTo(expected).hasSizeGreaterThan(60);
    }

    private static Key keypad(int code) {
        return new Key(code, KeyEvent.CHAR_UNDEFINED, 0, true, false);
    }

    private static Map<String, String> terminfo() throws InterruptedException {
        String text;
        try {
            Process infocmp = new ProcessBuilder("infocmp", "-x", "-1", "xterm-256color").start();
            text = new String(infocmp.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            infocmp.waitFor();
        } catch (IOException e) {
            assumeTrue(false, "infocmp is not there: " + e);
            throw new AssertionError(e);
        }
        Map<String, String> known = new HashMap<>();
        text.lines().map(String::strip).forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0) {
                known.put(
                        line.substring(0, equals),
                        line.substring(equals + 1, line.length() - 1)
                                .replace("\\E", "\033")
                                .replace("^?", "\177"));
            }
        });
        return known;
    }
}
