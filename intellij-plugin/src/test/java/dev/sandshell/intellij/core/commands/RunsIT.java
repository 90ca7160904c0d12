package dev.sandshell.intellij.core.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.intellij.core.Deadline;
import dev.sandshell.intellij.core.TestDaemon;
import dev.sandshell.intellij.core.sessions.SessionView;
import dev.sandshell.intellij.core.sessions.Sessions;
import dev.sandshell.protocol.SessionCreateParams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands of a window, with the real server. */
final class RunsIT {
    private TestDaemon daemon;
    private Deadline deadline;
    private Sessions sessions;
    private Runs runs;
    private SessionView view;

    @BeforeEach
    void start() throws Exception {
        daemon = new TestDaemon();
        deadline = daemon.deadline();
        sessions = daemon.client().sessions();
        runs = new Runs(sessions, "test");
        view = deadline.await(
                sessions.ensure(new SessionCreateParams("a", null, null, null, null, "clean", null, null, null)));
    }

    @AfterEach
    void leavesNothing() throws Exception {
        daemon.end();
    }

    @Test
    void endsAsTheCommandDoes() throws Exception {
        Run run = runs.start(view, RunRequest.of("exit_code() { return 3; }; exit_code"), true);
        RunEnd end = deadline.await(run.end());
        assertThat(end).isInstanceOf(RunEnd.Ended.class);
        assertThat(((RunEnd.Ended) end).outcome().exitCode()).isEqualTo(3);
        assertThat(runs.get(run.execId())).isNull();
        assertThat(runs.last()).isEqualTo(run.request());
    }

    @Test
    void oneThatIsCancelledHasStopped() throws Exception {
        Run run = runs.start(view, RunRequest.of("sleep 600"), true);
        assertThat(runs.get(run.execId())).isSameAs(run);
        deadline.until(() -> run.exec() != null, () -> "it has not begun");
        run.cancel();
        assertThat(deadline.await(run.end())).isEqualTo(new RunEnd.Cancelled());
        assertThat(view.current()).isNull();
    }

    @Test
    void oneInTheBackgroundEndsWhenItEnds() throws Exception {
        Run run = runs.start(view, RunRequest.inBackground("read x < /dev/null; sleep 0.2; exit 4"), true);
        RunEnd end = deadline.await(run.end());
        assertThat(((RunEnd.Ended) end).outcome().exitCode()).isEqualTo(4);
    }

    @Test
    void oneWhoseSessionIsDeletedHasFailed() throws Exception {
        Run run = runs.start(view, RunRequest.of("sleep 600"), true);
        deadline.until(() -> run.exec() != null, () -> "it has not begun");
        deadline.await(sessions.delete(view.id()));
        assertThat(deadline.await(run.end())).isEqualTo(new RunEnd.Failed("The session was ended."));
    }

    @Test
    void stoppingSaysWhatItHasDone() throws Exception {
        Stopping stopping = new Stopping(sessions);
        assertThat(deadline.await(stopping.kill(view))).isEqualTo("There is no running command to kill.");
        assertThat(deadline.await(stopping.interrupt(view))).isEqualTo("Ctrl-C sent to a");
        Run run = runs.start(view, RunRequest.of("sleep 600"), true);
        deadline.until(() -> Stopping.isBusy(view), () -> "it has not begun");
        assertThat(deadline.await(stopping.interrupt(view))).isEqualTo("sleep 600: interrupt sent");
        assertThat(((RunEnd.Ended) deadline.await(run.end())).outcome().exitCode())
                .isEqualTo(130);
    }
}
