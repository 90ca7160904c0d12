package dev.sandshell.session;

import static dev.sandshell.session.SessionScene.failureOf;
import static dev.sandshell.session.SessionScene.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.policy.RefusedException;
import dev.sandshell.session.SessionScene.Request;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A shell that ends, or is replaced, takes its command with it and never the session. */
final class ShellRestartTest {
    private final SessionScene scene = new SessionScene();

    @Test
    void aCommandThatEndsItsShellSaysSoOnceTheNextOneIsThere() throws RefusedException {
        ShellSession session = scene.ready();
        Exec exec = session.submit(request("e1"));
        scene.shell().lastCommand().close();
        scene.shell().end(3, null);
        assertThat(exec.reply()).isNotDone();
        assertThat(scene.shell().starts).containsExactly(false, true);
        scene.shell().becomeReady();
        assertThat(exec.reply().join().status()).isEqualTo(new ExecStatus(3, null, false, true, true));
        assertThat(scene.client.events).containsExactly("1 started e1", "2 exited e1 3", "3 closed e1");
    }

    @Test
    void theNextResultSaysThatTheStateWasRestoredAndTheOneAfterDoesNot() throws RefusedException {
        ShellSession session = scene.ready();
        session.submit(request("e1"));
        scene.shell().lastCommand().close();
        scene.shell().end(null, "SIGSEGV");
        scene.shell().becomeReady();
        scene.scheduler.run();
        for (int i = 2; i <= 3; i++) {
            session.submit(request("e" + i));
            scene.shell().lastCommand().finish(0);
            scene.scheduler.run();
        }
        assertThat(scene.client.results)
                .extracting(ExecResult::status)
                .containsExactly(
                        new ExecStatus(null, "SIGSEGV", false, true, true),
                        new ExecStatus(0, null, false, false, true),
                        new ExecStatus(0, null, false, false, false));
    }

    @Test
    void aShellThatEndsBetweenCommandsIsReplacedAtOnce() throws RefusedException {
        ShellSession session = scene.ready();
        scene.shell().end(null, "SIGKILL");
        Exec exec = session.submit(request("e1"));
        assertThat(scene.shell().commands).isEmpty();
        scene.shell().becomeReady();
        scene.shell().lastCommand().finish(0);
        assertThat(exec.reply().join().status()).isEqualTo(new ExecStatus(0, null, false, false, true));
        assertThat(session.view().restarts()).isEqualTo(1);
    }

    @Test
    void aCommandWhoseOutputIsStillHeldClosesLater() throws RefusedException {
        ShellSession session = scene.ready();
        session.submit(request("e1"));
        FakeCommand command = scene.shell().lastCommand();
        scene.shell().end(1, null);
        scene.shell().becomeReady();
        command.print("late");
        command.close();
        assertThat(scene.client.events)
                .containsExactly("1 started e1", "2 exited e1 1", "3 output e1 stdout late", "4 closed e1");
    }

    @Test
    void theTimeThatARestartTakesIsNotTheCommands() throws RefusedException {
        ShellSession session = scene.ready();
        Exec exec =
                session.submit(new Request("e1").timeout(Duration.ofSeconds(5)).build());
        scene.scheduler.advance(Duration.ofSeconds(1));
        scene.shell().lastCommand().close();
        scene.shell().end(1, null);
        scene.scheduler.advance(Duration.ofSeconds(30));
        scene.shell().becomeReady();
        assertThat(exec.reply().join().durationMs()).isEqualTo(1_000);
        assertThat(exec.reply().join().status()).isEqualTo(new ExecStatus(1, null, false, true, true));
    }

    // ---- restarts that fail

    @Test
    void aFailedRestartAnswersTheCommandAndRefusesWhatWaits() throws RefusedException {
        ShellSession session = scene.ready();
        Exec running = session.submit(request("e1"));
        Exec waiting = session.submit(request("e2"));
        scene.shell().lastCommand().close();
        scene.shell().end(1, null);
        scene.shell().failToStart(scene.noShell);
        assertThat(running.reply().join().status()).isEqualTo(new ExecStatus(1, null, false, true, false));
        assertThat(failureOf(waiting.reply())).isSameAs(scene.noShell);
        assertThat(scene.client.events).containsExactly("1 started e1", "2 exited e1 1", "3 closed e1");
        assertThat(session.view().state()).isEqualTo(SessionState.IDLE);
    }

    @Test
    void theNextCallAfterAFailedRestartTriesAgain() throws RefusedException {
        ShellSession session = scene.ready();
        scene.shell().end(1, null);
        scene.shell().failToStart(scene.noShell);
        scene.scheduler.run();
        assertThat(scene.shell().starts).containsExactly(false, true);
        Exec exec = session.submit(request("e1"));
        session.submit(request("e2"));
        assertThat(scene.shell().starts).containsExactly(false, true, true);
        scene.shell().becomeReady();
        scene.shell().lastCommand().finish(0);
        assertThat(exec.reply().join().status()).isEqualTo(new ExecStatus(0, null, false, false, true));
    }

    @Test
    void aFirstStartThatFailsTellsEveryCallThatWaitsWhy() throws RefusedException {
        ShellSession session = scene.create();
        Exec waiting = session.submit(request("e1"));
        scene.shell().failToStart(scene.noShell);
        assertThat(failureOf(waiting.reply())).isSameAs(scene.noShell);
        assertThat(scene.registry.find("s")).isEmpty();
        assertThat(scene.shell().isClosed()).isTrue();
    }

    // ---- reset

    @Test
    void aResetKillsTheShellAndKeepsTheStateWhereAsked() throws RefusedException {
        ShellSession session = scene.ready();
        CompletableFuture<ShellSession> reset = session.reset(true);
        assertThat(scene.shell().kills()).isEqualTo(1);
        scene.shell().end(null, "SIGKILL");
        assertThat(reset).isNotDone();
        scene.shell().becomeReady();
        assertThat(reset).isCompletedWithValue(session);
        assertThat(scene.shell().starts).containsExactly(false, true);
    }

    @Test
    void aResetWithoutTheStateStartsAfresh() throws RefusedException {
        ShellSession session = scene.ready();
        session.submit(request("e1"));
        scene.shell().lastCommand().finish(7);
        scene.scheduler.run();
        CompletableFuture<ShellSession> unused = session.reset(false);
        scene.shell().end(null, "SIGKILL");
        scene.shell().becomeReady();
        scene.scheduler.run();
        session.submit(request("e2"));
        assertThat(scene.shell().starts).containsExactly(false, false);
        assertThat(scene.shell().lastCommand().spec.previousStatus()).isZero();
    }

    @Test
    void aResetEndsTheRunningCommandAndLetsTheOthersWait() throws RefusedException {
        ShellSession session = scene.ready();
        Exec running = session.submit(request("e1"));
        Exec waiting = session.submit(request("e2"));
        CompletableFuture<ShellSession> unused = session.reset(false);
        FakeCommand command = scene.shell().lastCommand();
        assertThat(command.asked).containsExactly("KILL_WITH_SHELL");
        command.close();
        scene.shell().end(null, "SIGKILL");
        scene.shell().becomeReady();
        scene.scheduler.run();
        assertThat(running.reply().join().status()).isEqualTo(new ExecStatus(null, "SIGKILL", false, true, false));
        scene.shell().lastCommand().finish(0);
        assertThat(waiting.reply().join().status()).isEqualTo(new ExecStatus(0, null, false, false, false));
    }

    @Test
    void aResetReachesTheShellAlsoWhileItStartsABackgroundCommand() throws RefusedException {
        ShellSession session = scene.ready();
        Exec job = session.submit(new Request("job").background().build());
        CompletableFuture<ShellSession> reset = session.reset(true);
        assertThat(scene.shell().kills()).isEqualTo(1);
        scene.shell().end(null, "SIGKILL");
        scene.shell().becomeReady();
        assertThat(reset).isCompletedWithValue(session);
        assertThat(job.reply().join().status()).isEqualTo(new ExecStatus(null, "SIGKILL", false, true, true));
    }

    @Test
    void aSecondResetWaitsForTheFirst() throws RefusedException {
        ShellSession session = scene.ready();
        assertThat(session.reset(true)).isSameAs(session.reset(true));
        assertThat(scene.shell().kills()).isEqualTo(1);
    }

    @Test
    void aResetThatFailsSaysWhyAndTheNextOneTriesAgain() throws RefusedException {
        ShellSession session = scene.ready();
        session.submit(request("e1"));
        scene.shell().lastCommand().finish(7);
        scene.scheduler.run();
        CompletableFuture<ShellSession> first = session.reset(true);
        scene.shell().end(null, "SIGKILL");
        scene.shell().failToStart(scene.noShell);
        assertThat(failureOf(first)).isSameAs(scene.noShell);
        CompletableFuture<ShellSession> second = session.reset(false);
        scene.shell().becomeReady();
        assertThat(second).isCompletedWithValue(session);
        assertThat(scene.shell().starts).containsExactly(false, true, false);
        session.submit(request("e2"));
        assertThat(scene.shell().lastCommand().spec.previousStatus())
                .as("nothing of the past is left")
                .isZero();
    }
}
