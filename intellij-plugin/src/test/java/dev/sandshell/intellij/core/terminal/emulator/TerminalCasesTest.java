package dev.sandshell.intellij.core.terminal.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Single functions do what they do in the other editor. */
final class TerminalCasesTest {
    static List<TerminalCase> cases() {
        return TerminalCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whole(TerminalCase one) {
        assertThat(one.play(false)).isEqualTo(one.expected());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void characterByCharacter(TerminalCase one) {
        assertThat(one.play(true)).isEqualTo(one.expected());
    }
}
