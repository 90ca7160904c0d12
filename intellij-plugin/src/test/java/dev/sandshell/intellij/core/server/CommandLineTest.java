package dev.sandshell.intellij.core.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandshell.intellij.core.Deadline;
import dev.sandshell.intellij.core.OurThreads;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CommandLineTest {
    @AfterEach
    void leavesNoThread() throws InterruptedException {
        OurThreads.awaitEnd(new Deadline());
    }

    private static Printed sh(String command) throws IOException, InterruptedException {
        return CommandLine.runToEnd(new ProcessBuilder("sh", "-c", command));
    }

    @Test
    void answersWhatAProgramPrintsHoweverItEnds() throws Exception {
        assertThat(sh("echo fine")).isEqualTo(new Printed("fine", 0));
        assertThat(sh("echo why >&2; echo runs: sleep; exit 3")).isEqualTo(new Printed("runs: sleep\nwhy", 3));
    }

    @Test
    void readsBothStreamsAtOnce() throws Exception {
        assertThat(sh("seq 100000 >&2; seq 100000").text()).hasSize(2 * 588_895 - 1);
    }

    @Test
    void failsWhereThereIsNone() {
        assertThatThrownBy(() -> CommandLine.runToEnd(new ProcessBuilder("/no/such/program")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void endsTheProgramWhenItIsInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> sh("exec sleep 1000")).isInstanceOf(InterruptedException.class);
    }
}
