package dev.sandshell.intellij.core.terminal.input;

import static java.awt.event.InputEvent.ALT_DOWN_MASK;
import static java.awt.event.InputEvent.ALT_GRAPH_DOWN_MASK;
import static java.awt.event.InputEvent.CTRL_DOWN_MASK;
import static java.awt.event.InputEvent.META_DOWN_MASK;
import static java.awt.event.InputEvent.SHIFT_DOWN_MASK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.intellij.core.terminal.Modes;
import dev.sandshell.intellij.core.terminal.Modes.MouseEncoding;
import dev.sandshell.intellij.core.terminal.Modes.MouseTracking;
import java.awt.event.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What xterm's ctlseqs say of keys. {@code ^[} is an escape, {@code ^?} DEL, {@code ^@} NUL. */
class KeyEncoderTest {
    private static final Modes APPLICATION =
            new Modes(true, true, true, false, false, false, true, false, MouseTracking.NONE, MouseEncoding.LEGACY);

    private final KeyEncoder encoder = new KeyEncoder(true);

    @ParameterizedTest
    @CsvSource({
        "UP, '', ^[[A, ^[OA",
        "DOWN, '', ^[[B, ^[OB",
        "RIGHT, '', ^[[C, ^[OC",
        "LEFT, '', ^[[D, ^[OD",
        "BEGIN, '', ^[[E, ^[OE",
        "END, '', ^[[F, ^[OF",
        "HOME, '', ^[[H, ^[OH",
        "KP_UP, '', ^[[A, ^[OA",
        "UP, C, ^[[1;5A, ^[[1;5A",
        "LEFT, S, ^[[1;2D, ^[[1;2D",
        "LEFT, A, ^[[1;3D, ^[[1;3D",
        "RIGHT, SAC, ^[[1;8C, ^[[1;8C",
        "HOME, SC, ^[[1;6H, ^[[1;6H",
        "INSERT, '', ^[[2~, ^[[2~",
        "DELETE, '', ^[[3~, ^[[3~",
        "DELETE, C, ^[[3;5~, ^[[3;5~",
        "PAGE_UP, '', ^[[5~, ^[[5~",
        "PAGE_DOWN, A, ^[[6;3~, ^[[6;3~",
        "F1, '', ^[OP, ^[OP",
        "F4, C, ^[[1;5S, ^[[1;5S",
        "F5, '', ^[[15~, ^[[15~",
        "F12, S, ^[[24;2~, ^[[24;2~",
        "F13, '', ^[[1;2P, ^[[1;2P",
        "F24, '', ^[[24;2~, ^[[24;2~",
        "ENTER, '', ^M, ^M",
        "ENTER, A, ^[^M, ^[^M",
        "TAB, '', ^I, ^I",
        "TAB, S, ^[[Z, ^[[Z",
        "ESCAPE, '', ^[, ^[",
        "ESCAPE, A, ^[^[, ^[^[",
        "BACK_SPACE, '', ^?, ^?",
        "BACK_SPACE, C, ^H, ^H",
        "BACK_SPACE, A, ^[^?, ^[^?",
    })
    void keysWithoutCharacter(String name, String modifiers, String sent, String sentToApplication) {
        Key key = Key.of(code(name), modifiers(modifiers));

        assertThat(visible(encoder.encode(key, Modes.NONE))).isEqualTo(sent);
        assertThat(visible(encoder.encode(key, APPLICATION))).isEqualTo(sentToApplication);
    }

    @ParameterizedTest
    @CsvSource({
        "A, a, C, ^A",
        "Z, z, C, ^Z",
        "C, c, SC, ^C",
        "A, a, AC, ^[^A",
        "SPACE, ' ', C, ^@",
        "2, 2, C, ^@",
        "2, @, SC, ^@",
        "OPEN_BRACKET, [, C, ^[",
        "BACK_SLASH, \\, C, ^\\",
        "CLOSE_BRACKET, ], C, ^]",
        "6, ^, SC, ^^",
        "MINUS, _, SC, ^_",
        "MINUS, -, C, ^_",
        "SLASH, /, C, ^_",
        "SLASH, ?, SC, ^?",
        "B, b, A, ^[b",
        "B, B, SA, ^[B",
        "PERIOD, ., A, ^[.",
        "SPACE, ' ', A, '^[ '",
        // To be typed: nothing is held, a layout has made something else of it, or it is a shortcut.
        "A, a, '', ''",
        "A, A, S, ''",
        "Q, @, G, ''",
        "Q, @, GCA, ''",
        "C, c, M, ''",
        "1, 1, CA, ''",
        "COMMA, ',', C, ''",
    })
    void keysWithCharacter(String name, char character, String modifiers, String sent) {
        Key key = new Key(code(name), character, modifiers(modifiers), false, true);

        assertThat(visible(encoder.encode(key, Modes.NONE))).isEqualTo(sent);
    }

    @ParameterizedTest
    @CsvSource({
        "NUMPAD0, p",
        "NUMPAD7, w",
        "NUMPAD9, y",
        "ADD, k",
        "SUBTRACT, m",
        "MULTIPLY, j",
        "DIVIDE, o",
        "ENTER, M"
    })
    void keypadIsTheProgramsUnlessItIsForDigits(String name, char last) {
        Key key = new Key(code(name), KeyEvent.CHAR_UNDEFINED, 0, true, false);
        Key digit = new Key(code(name), KeyEvent.CHAR_UNDEFINED, 0, true, true);

        assertThat(encoder.encode(key, APPLICATION)).isEqualTo("\033O" + last);
        assertThat(encoder.encode(key, Modes.NONE)).isNotEqualTo("\033O" + last);
        assertThat(encoder.encode(digit, APPLICATION)).isNotEqualTo("\033O" + last);
    }

    @Test
    void altIsOfTheLayoutWhereItIsNotMeta() {
        Key key = new Key(KeyEvent.VK_B, '∫', ALT_DOWN_MASK, false, true);

        assertThat(new KeyEncoder(false).encode(key, Modes.NONE)).isEmpty();
    }

    private static int code(String name) {
        try {
            return KeyEvent.class.getField("VK_" + name).getInt(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static int modifiers(String letters) {
        return letters.chars()
                .map(letter -> switch (letter) {
                    case 'S' -> SHIFT_DOWN_MASK;
                    case 'A' -> ALT_DOWN_MASK;
                    case 'C' -> CTRL_DOWN_MASK;
                    case 'G' -> ALT_GRAPH_DOWN_MASK;
                    case 'M' -> META_DOWN_MASK;
                    default -> throw new IllegalArgumentException(letters);
                })
                .reduce(0, (left, right) -> left | right);
    }

    private static String visible(String text) {
        StringBuilder visible = new StringBuilder();
        text.chars()
                .forEach(unit -> visible.append(
                        unit == 0x7f ? "^?" : unit < ' ' ? "^" + (char) (unit + '@') : "" + (char) unit));
        return visible.toString();
    }
}
