package dev.sandshell.intellij.core.terminal.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.intellij.core.terminal.Damage;
import org.junit.jupiter.api.Test;

/** Lines have numbers that stay theirs, however many come and go. */
class TopLineTest {
    private final RecordedTerminal terminal = new RecordedTerminal(3, 10, 5);

    @Test
    void growsWithEachLineThatGoesUp() {
        terminal.write("0\r\n1\r\n2");
        terminal.emulator.takeDamage();
        assertThat(terminal.emulator.topLine()).isZero();
        for (int line = 3; line < 20; line++) {
            terminal.write("\r\n" + line);
        }

        Damage damage = terminal.emulator.takeDamage();
        assertThat(damage.scrolled()).isEqualTo(17);
        assertThat(damage.isHistoryChanged()).isFalse();
        assertThat(terminal.emulator.topLine()).isEqualTo(17);
        assertThat(terminal.emulator.historySize()).isEqualTo(5);
        assertThat(terminal.emulator.line(0).text()).isEqualTo("17");
        assertThat(terminal.emulator.line(-5).text()).isEqualTo("12");
    }

    @Test
    void linesThatFlowAnewAreOthers() {
        terminal.write("0123456789\r\n1\r\n2\r\n3");
        terminal.emulator.takeDamage();
        terminal.resize(3, 5);

        assertThat(terminal.emulator.takeDamage().isHistoryChanged()).isTrue();
        assertThat(terminal.emulator.topLine()).isEqualTo(terminal.emulator.historySize());
    }
}
