package dev.sandshell.posix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.posix.ProcessTable.Signals;
import java.io.BufferedReader;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line of the process table is read right, whatever the process is called. */
final class ProcessTableTest {
    private static String stat(String name) {
        return "4711 (" + name + ") S 12 4700 4600 34816 4711 4194560 1 2 3 4 5 6 7 8 20 0 1 0 98765 1 2 3\n";
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "a) b (c", "a) S 1 2 3 (b", ")", "(", "", " ", "sd-pam)", "x) R"})
    void oddNamesDoNotShiftTheFields(String name) {
        assertThat(ProcessTable.parse(stat(name)))
                .contains(new ProcessTable.Entry(4_711, 'S', 12, 4_700, 4_600, 34_816, 4_711, 98_765));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4711", "4711 (bash", "4711 (bash)", "4711 (bash) ", "4711 (bash) S 1 2"})
    void whatIsCutShortIsNoEntry(String stat) {
        assertThat(ProcessTable.parse(stat)).isEmpty();
    }

    @Test
    void thisProcessIsListed() {
        int pid = (int) ProcessHandle.current().pid();
        Optional<ProcessTable.Entry> own = ProcessTable.entry(pid);
        assertThat(own.map(ProcessTable.Entry::pid)).contains(pid);
        assertThat(ProcessTable.all()).extracting(ProcessTable.Entry::pid).contains(pid);
        assertThat(own.orElseThrow().startTicks()).isLessThanOrEqualTo(ProcessTable.ticksNow());
    }

    @Test
    void aProcessThatIsNotThereHasNoEntry() {
        assertThat(ProcessTable.entry(Integer.MAX_VALUE)).isEmpty();
    }

    @Test
    void whatSignalsAreToAProcessIsTold() throws Exception {
        Process shell = new ProcessBuilder("bash", "-c", "trap '' TERM; trap : HUP; echo ready; read")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = shell.inputReader()) {
            assertThat(output.readLine()).isEqualTo("ready");
            Signals signals = ProcessTable.signals((int) shell.pid()).orElseThrow();
            assertThat(EnumSet.allOf(Signal.class).stream().filter(signals::isIgnored))
                    .contains(Signal.SIGTERM);
            assertThat(EnumSet.allOf(Signal.class).stream().filter(signals::isCaught))
                    .contains(Signal.SIGHUP)
                    .doesNotContain(Signal.SIGTERM, Signal.SIGUSR1);
            assertThat(signals.isPending(Signal.SIGHUP)).isFalse();
        } finally {
            shell.getOutputStream().close();
            shell.waitFor();
        }
        assertThat(ProcessTable.signals((int) shell.pid())).isEmpty();
    }
}
