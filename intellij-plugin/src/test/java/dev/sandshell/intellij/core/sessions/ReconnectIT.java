package dev.sandshell.intellij.core.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandshell.intellij.core.Deadline;
import dev.sandshell.intellij.core.TestDaemon;
import dev.sandshell.intellij.core.server.ServerCommands;
import dev.sandshell.protocol.ExecResult;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A connection breaks, or the daemon behind it dies. */
final class ReconnectIT {
    private TestDaemon daemon;
    private Deadline deadline;

    @BeforeEach
    void start() throws Exception {
        daemon = new TestDaemon();
        deadline = daemon.deadline();
    }

    @AfterEach
    void leavesNothing() throws Exception {
        daemon.end();
    }

    @Test
    void nothingIsMissedAndNothingToldTwiceWhenTheRelayIsKilled() throws Exception {
        TestDaemon.Client client = daemon.client();
        Sessions sessions = client.sessions();
        Onlooker onlooker = new Onlooker(sessions, deadline);
        SessionView view = deadline.await(sessions.ensure(Params.session("a")));
        CompletableFuture<ExecResult> broken = sessions.exec(
                        Params.exec("a", "X=kept; for i in $(seq 300); do echo line $i; sleep 0.01; done; echo end"))
                .result();
        onlooker.until("some lines", () -> printed(onlooker).contains("line 20\n"));
        daemon.relays().forEach(ProcessHandle::destroyForcibly);
        assertThatThrownBy(() -> deadline.await(broken)).hasMessageContaining("The server has ended.");
        onlooker.until(
                "the end of the command",
                () -> onlooker.events.stream().anyMatch(SessionEvent.Closed.class::isInstance));
        assertThat(onlooker.lost).hasSize(1);
        assertThat(onlooker.lost.get(0))
                .startsWith("it ended with exit code 137")
                .doesNotEndWith("for good");
        StringBuilder all = new StringBuilder();
        for (int i = 1; i <= 300; i++) {
            all.append("line ").append(i).append('\n');
        }
        assertThat(printed(onlooker)).isEqualTo(all + "end\n");
        List<Long> numbers = onlooker.events.stream().map(SessionEvent::seq).toList();
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(numbers.get(i)).isEqualTo(numbers.get(0) + i);
        }
        assertThat(sessions.get("a")).isSameAs(view);
        assertThat(deadline.await(sessions.exec(Params.exec("a", "echo $X")).result())
                        .stdout())
                .isEqualTo("kept\n");
    }

    private static String printed(Onlooker onlooker) {
        return onlooker.events.stream()
                .filter(SessionEvent.Output.class::isInstance)
                .map(SessionEvent.Output.class::cast)
                .filter(output -> output.params().stream().equals("stdout"))
                .map(SessionEvent.Output::text)
                .collect(Collectors.joining());
    }

    @Test
    void theSessionsAreThereAgainWhenTheDaemonIsKilled() throws Exception {
        Sessions sessions = daemon.client().sessions();
        Onlooker onlooker = new Onlooker(sessions, deadline);
        SessionView view = deadline.await(sessions.ensure(Params.session("a")));
        for (int i = 0; i < 5; i++) {
            deadline.await(sessions.exec(Params.exec("a", "X=kept")).result());
        }
        long before = view.lastSeq();
        // It is written down off the way of the answer.
        deadline.until(() -> daemon.hasKept("kept"), () -> "the session is not kept");
        daemon.process().destroyForcibly();
        onlooker.until("another list", () -> onlooker.lists() == 2);
        assertThat(onlooker.lost).hasSize(1);
        assertThat(sessions.get("a")).isSameAs(view);
        assertThat(view.lastSeq()).isLessThan(before);
        ExecResult result =
                deadline.await(sessions.exec(Params.exec("a", "echo $X")).result());
        assertThat(result.stdout()).isEqualTo("kept\n");
        assertThat(result.stateRestored()).isTrue();
        assertThat(view.newestExecs()).hasSize(1);
    }

    @Test
    void givesUpWhenTheBudgetIsUsedUpAndStartsWhenSomebodyAsks() throws Exception {
        Sessions sessions = daemon.client(1).sessions();
        Onlooker onlooker = new Onlooker(sessions, deadline);
        deadline.await(sessions.ensure(Params.session("a")));
        daemon.relays().forEach(ProcessHandle::destroyForcibly);
        onlooker.until("another list", () -> onlooker.lists() == 2);
        daemon.relays().forEach(ProcessHandle::destroyForcibly);
        onlooker.until("the end", () -> onlooker.lost.size() == 2);
        assertThat(onlooker.lost.get(1))
                .isEqualTo("it ended with exit code 137, and has been started again 1 times in 3 minutes, for good");
        assertThat(daemon.relays()).isEmpty();
        deadline.await(sessions.connect());
        assertThat(onlooker.lists()).isEqualTo(3);
    }

    @Test
    void hasTheSessionsAgainWhenTheUserRestartsTheDaemon() throws Exception {
        TestDaemon.Client client = daemon.client();
        deadline.await(client.sessions().ensure(Params.session("a")));
        deadline.await(client.sessions().exec(Params.exec("a", "X=kept")).result());
        ProcessHandle before = daemon.process();
        deadline.await(client.supervisor().restart(() -> new ServerCommands(daemon.program()).restartDaemon(false)));
        assertThat(daemon.process()).isNotEqualTo(before);
        assertThat(deadline.await(client.sessions()
                                .exec(Params.exec("a", "echo $X"))
                                .result())
                        .stdout())
                .isEqualTo("kept\n");
    }
}
