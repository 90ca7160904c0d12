package dev.sandshell.intellij.core.terminal.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.intellij.core.terminal.Modes;
import dev.sandshell.intellij.core.terminal.Modes.MouseEncoding;
import dev.sandshell.intellij.core.terminal.Modes.MouseTracking;
import org.junit.jupiter.api.Test;

class PastedTextTest {
    private static final Modes BRACKETED =
            new Modes(false, false, false, true, true, false, true, false, MouseTracking.NONE, MouseEncoding.LEGACY);

    @Test
    void endsOfLinesAreThoseOfTheEnterKey() {
        assertThat(PastedText.encode("a\nb\r\nc\rd\te", Modes.NONE)).isEqualTo("a\rb\rc\rd\te");
    }

    @Test
    void nothingPastedLeavesTheBracketsOrInterrupts() {
        assertThat(PastedText.encode("a\033[201~b\003\u009b\177é", BRACKETED))
                .isEqualTo("\033[200~a [201~b   é\033[201~");
    }

    @Test
    void focusIsToldToWhoWantsToKnow() {
        assertThat(FocusReport.encode(true, BRACKETED)).isEqualTo("\033[I");
        assertThat(FocusReport.encode(false, BRACKETED)).isEqualTo("\033[O");
        assertThat(FocusReport.encode(true, Modes.NONE)).isEmpty();
    }
}
