package dev.sandshell.session;

import static dev.sandshell.session.SessionScene.failureOf;
import static dev.sandshell.session.SessionScene.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandshell.policy.RefusalCode;
import dev.sandshell.policy.RefusedException;
import dev.sandshell.session.SessionScene.Request;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The registry hands out ids once, within its limit, and ends sessions with all that runs in them. */
final class SessionRegistryTest {
    private final SessionScene scene = new SessionScene();

    private static void refusedWith(RefusalCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void anIdBelongsToOneSession() throws RefusedException {
        ShellSession session = scene.create();
        assertThat(scene.registry.get("s")).isSameAs(session);
        refusedWith(RefusalCode.SESSION_ALREADY_EXISTS, () -> scene.registry.create(SessionSpec.named("s")));
        refusedWith(RefusalCode.SESSION_NOT_FOUND, () -> scene.registry.get("other"));
    }

    @Test
    void oneSessionMoreThanTheLimitIsRefused() throws RefusedException {
        for (int i = 0; i < 3; i++) {
            scene.registry.create(SessionSpec.named("s" + i));
        }
        refusedWith(RefusalCode.SESSION_LIMIT, () -> scene.registry.create(SessionSpec.named("s3")));
        CompletableFuture<Boolean> unused = scene.registry.delete("s0");
        scene.registry.create(SessionSpec.named("s3"));
    }

    @Test
    void anIdIsFreeWhereTheShellCouldNotBeOpened() throws RefusedException {
        scene.backend.refusal = scene.noShell;
        assertThatThrownBy(() -> scene.registry.create(SessionSpec.named("s"))).isSameAs(scene.noShell);
        scene.create();
    }

    @Test
    void anIdIsFreeWhereTheShellCouldNotBeStarted() throws RefusedException {
        SessionRegistry.Created created = scene.registry.create(SessionSpec.named("s"));
        scene.shell().failToStart(scene.noShell);
        assertThat(failureOf(created.ready())).isSameAs(scene.noShell);
        assertThat(scene.shell().isClosed()).isTrue();
        scene.create();
    }

    // ---- forks

    private static final ShellState STATE = new ShellState("fake", new byte[] {1});

    @Test
    void aForkWaitsForTheCallsBeforeItAndBeginsWithTheState() throws RefusedException {
        ShellSession origin = scene.ready();
        FakeShell shell = scene.shell();
        origin.submit(request("e"));
        CompletableFuture<SessionRegistry.Created> fork = scene.registry.fork("s", "f");
        scene.scheduler.run();
        assertThat(shell.stateReads).isEmpty();
        shell.lastCommand().finish(0);
        scene.scheduler.run();
        assertThat(scene.registry.find("f")).isEmpty();
        shell.stateReads.get(0).accept(STATE);
        assertThat(scene.backend.specs.get(1)).isEqualTo(origin.spec().fork("f", STATE));
        assertThat(fork.join().session().spec().state())
                .as("large, and not kept")
                .isNull();
        assertThat(scene.shell().starts).containsExactly(true);
        assertThat(scene.registry.get("f")).isSameAs(fork.join().session());
    }

    @Test
    void aForkNeedsAnIdAndRoomBeforeAndAfterItsTurn() throws RefusedException {
        scene.ready();
        FakeShell shell = scene.shell();
        refusedWith(RefusalCode.SESSION_NOT_FOUND, () -> scene.registry.fork("none", "f"));
        refusedWith(RefusalCode.SESSION_ALREADY_EXISTS, () -> scene.registry.fork("s", "s"));
        CompletableFuture<SessionRegistry.Created> late = scene.registry.fork("s", "f");
        scene.registry.create(SessionSpec.named("f"));
        shell.stateReads.get(0).accept(STATE);
        assertThat(failureOf(late)).hasMessage("session f exists already");
        scene.scheduler.run();
        scene.registry.create(SessionSpec.named("g"));
        refusedWith(RefusalCode.SESSION_LIMIT, () -> scene.registry.fork("s", "h"));
    }

    @Test
    void aForkEndsWithItsOriginWhereThatIsDeletedFirst() throws RefusedException {
        scene.ready();
        CompletableFuture<SessionRegistry.Created> fork = scene.registry.fork("s", "f");
        CompletableFuture<Boolean> unused = scene.registry.delete("s");
        assertThat(failureOf(fork))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.SESSION_TERMINATED));
        assertThat(scene.registry.find("f")).isEmpty();
    }

    @Test
    void theStateThatASessionIsMadeWithIsNoNewsToItsFirstCommand() throws RefusedException {
        ShellSession session =
                scene.registry.create(SessionSpec.restored("r", "r", STATE)).session();
        scene.shell().becomeReady();
        assertThat(session.past().takeRestoredMark()).isFalse();
    }

    @Test
    void aCommandIsFoundInWhateverSessionItRuns() throws RefusedException {
        Exec exec = scene.ready().submit(request("e1"));
        assertThat(scene.registry.exec("e1")).isSameAs(exec);
        assertThat(scene.registry.hasExec("e2")).isFalse();
        refusedWith(RefusalCode.EXEC_NOT_FOUND, () -> scene.registry.exec("e2"));
    }

    @Test
    void deletingAbandonsEverythingAndClosesEachCommandOnce() throws RefusedException {
        ShellSession session = scene.ready();
        session.submit(new Request("job").background().build());
        FakeCommand job = scene.shell().lastCommand();
        job.startInBackground();
        scene.scheduler.run();
        session.submit(request("lingering"));
        scene.shell().lastCommand().report(0);
        scene.scheduler.run();
        Exec running = session.submit(request("running"));
        Exec waiting = session.submit(request("waiting"));

        CompletableFuture<Boolean> deleted = scene.registry.delete("s");
        assertThat(deleted).isNotDone();
        assertThat(scene.registry.find("s")).isEmpty();
        assertThat(((RefusedException) failureOf(running.reply())).code()).isEqualTo(RefusalCode.SESSION_TERMINATED);
        assertThat(((RefusedException) failureOf(waiting.reply())).code()).isEqualTo(RefusalCode.SESSION_TERMINATED);
        scene.shell().commands.forEach(command -> {
            command.print("too late");
            command.finish(0);
        });
        scene.shell().finishClosing();
        scene.scheduler.run();
        assertThat(deleted).isCompletedWithValue(true);
        assertThat(scene.client.events)
                .containsExactly(
                        "1 started job",
                        "2 started lingering",
                        "3 exited lingering 0",
                        "4 started running",
                        "5 exited running null",
                        "6 closed running",
                        "7 exited job null",
                        "8 closed job",
                        "9 closed lingering");
        assertThat(scene.scheduler.timers()).isEmpty();
    }

    @Test
    void deletingWhatIsNotThereSaysSo() {
        assertThat(scene.registry.delete("s")).isCompletedWithValue(false);
    }

    @Test
    void aDeletedSessionTakesNoMoreCalls() throws RefusedException {
        ShellSession session = scene.ready();
        CompletableFuture<Boolean> unused = scene.registry.delete("s");
        refusedWith(RefusalCode.SESSION_TERMINATED, () -> session.submit(request("e1")));
        refusedWith(RefusalCode.SESSION_TERMINATED, () -> session.reset(true));
        assertThat(session.view().state()).isEqualTo(SessionState.TERMINATED);
    }

    @Test
    void aRestartThatFailsAfterTheEndDoesNotBringTheSessionBack() throws RefusedException {
        ShellSession session = scene.ready();
        scene.shell().end(1, null);
        CompletableFuture<Boolean> unused = scene.registry.delete("s");
        scene.shell().failToStart(scene.noShell);
        assertThat(session.view().state()).isEqualTo(SessionState.TERMINATED);
    }

    @Test
    void deletingASessionThatStillStartsFailsItsCreation() throws RefusedException {
        SessionRegistry.Created created = scene.registry.create(SessionSpec.named("s"));
        CompletableFuture<Boolean> deleted = scene.registry.delete("s");
        scene.shell().finishClosing();
        assertThat(deleted).isCompletedWithValue(true);
        assertThat(((RefusedException) failureOf(created.ready())).code()).isEqualTo(RefusalCode.SESSION_TERMINATED);
    }

    @Test
    void closingAllWaitsForEachShellAlsoForOneThatStillStarts() throws RefusedException {
        scene.ready();
        scene.registry.create(SessionSpec.named("starting"));
        CompletableFuture<Void> closed = scene.registry.closeAll();
        // Longer than it has its sessions tell what they know.
        scene.scheduler.advance(Duration.ofSeconds(5));
        assertThat(closed).isNotDone();
        scene.backend.shells.forEach(FakeShell::finishClosing);
        assertThat(closed).isCompleted();
        assertThat(scene.registry.all()).isEmpty();
    }

    @Test
    void aServerThatEndsMakesNoSession() throws RefusedException {
        scene.ready();
        CompletableFuture<Void> unused = scene.registry.closeAll();
        assertThatThrownBy(() -> scene.registry.create(SessionSpec.named("new")))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.code()).isEqualTo(RefusalCode.SESSION_TERMINATED));
        assertThat(scene.backend.shells).hasSize(1);
    }

    @Test
    void theEndWaitsForThoseThatWereAboutToGo() throws RefusedException {
        scene.ready();
        FakeShell shell = scene.shell();
        CompletableFuture<Boolean> deleted = scene.registry.delete("s");
        CompletableFuture<Void> closed = scene.registry.closeAll();
        scene.scheduler.run();
        assertThat(closed).isNotDone();
        shell.finishClosing();
        scene.scheduler.run();
        assertThat(deleted).isCompletedWithValue(true);
        assertThat(closed).isCompleted();
    }
}
