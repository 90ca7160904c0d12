package dev.sandshell.intellij.core.terminal.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.intellij.core.terminal.Modes;
import dev.sandshell.intellij.core.terminal.Modes.MouseEncoding;
import dev.sandshell.intellij.core.terminal.Modes.MouseTracking;
import dev.sandshell.intellij.core.terminal.input.MouseAction.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MouseEncoderTest {
    @ParameterizedTest
    @CsvSource({
        "PRESSED, 1, '', '[M !\"', '[<0;1;2M', '[32;1;2M'",
        "PRESSED, 2, '', '[M!!\"', '[<1;1;2M', '[33;1;2M'",
        "PRESSED, 3, C, '[M2!\"', '[<18;1;2M', '[50;1;2M'",
        "RELEASED, 1, '', '[M#!\"', '[<0;1;2m', '[35;1;2M'",
        "RELEASED, 3, S, '[M''!\"', '[<6;1;2m', '[39;1;2M'",
        "MOVED, 1, '', '[M@!\"', '[<32;1;2M', '[64;1;2M'",
        "MOVED, 0, A, '[MK!\"', '[<43;1;2M', '[75;1;2M'",
        "PRESSED, 4, '', '[M`!\"', '[<64;1;2M', '[96;1;2M'",
        "PRESSED, 5, '', '[Ma!\"', '[<65;1;2M', '[97;1;2M'",
        "PRESSED, 7, '', '[Mc!\"', '[<67;1;2M', '[99;1;2M'",
    })
    void encodings(Kind kind, int button, String modifiers, String legacy, String sgr, String urxvt) {
        MouseAction action = new MouseAction(
                kind, button, 1, 0, modifiers.contains("S"), modifiers.contains("A"), modifiers.contains("C"));

        assertThat(encode(action, MouseTracking.ANY, MouseEncoding.LEGACY)).isEqualTo("\033" + legacy);
        assertThat(encode(action, MouseTracking.ANY, MouseEncoding.UTF8)).isEqualTo("\033" + legacy);
        assertThat(encode(action, MouseTracking.ANY, MouseEncoding.SGR)).isEqualTo("\033" + sgr);
        assertThat(encode(action, MouseTracking.ANY, MouseEncoding.URXVT)).isEqualTo("\033" + urxvt);
    }

    /** What each tracking lets through: a press, a release, a drag, a move, the wheel. */
    @ParameterizedTest
    @CsvSource({"NONE, -----", "X10, p----", "VT200, pr--w", "DRAG, prd-w", "ANY, prdmw"})
    void trackings(MouseTracking tracking, String wanted) {
        String heard = heard("p", Kind.PRESSED, 1, tracking)
                + heard("r", Kind.RELEASED, 1, tracking)
                + heard("d", Kind.MOVED, 1, tracking)
                + heard("m", Kind.MOVED, 0, tracking)
                + heard("w", Kind.PRESSED, 4, tracking);

        assertThat(heard).isEqualTo(wanted);
    }

    @Test
    void x10KnowsNoModifiers() {
        MouseAction action = new MouseAction(Kind.PRESSED, 1, 0, 0, true, true, true);

        assertThat(encode(action, MouseTracking.X10, MouseEncoding.LEGACY)).isEqualTo("\033[M !!");
    }

    @Test
    void placesThatAnEncodingCannotSayAreNotSent() {
        MouseAction far = new MouseAction(Kind.PRESSED, 1, 0, 95, false, false, false);
        MouseAction farther = new MouseAction(Kind.PRESSED, 1, 0, 2015, false, false, false);

        assertThat(encode(far, MouseTracking.VT200, MouseEncoding.LEGACY)).isEmpty();
        assertThat(encode(far, MouseTracking.VT200, MouseEncoding.UTF8)).isEqualTo("\033[M \u0080!");
        assertThat(encode(farther, MouseTracking.VT200, MouseEncoding.UTF8)).isEmpty();
        assertThat(encode(farther, MouseTracking.VT200, MouseEncoding.SGR)).isEqualTo("\033[<0;2016;1M");
    }

    private static String heard(String name, Kind kind, int button, MouseTracking tracking) {
        MouseAction action = new MouseAction(kind, button, 0, 0, false, false, false);
        return encode(action, tracking, MouseEncoding.SGR).isEmpty() ? "-" : name;
    }

    private static String encode(MouseAction action, MouseTracking tracking, MouseEncoding encoding) {
        return MouseEncoder.encode(
                action, new Modes(false, false, false, false, false, false, true, false, tracking, encoding));
    }
}
