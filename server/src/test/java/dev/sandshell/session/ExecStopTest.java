package dev.sandshell.session;

import static dev.sandshell.session.SessionScene.STEP;
import static dev.sandshell.session.SessionScene.failureOf;
import static dev.sandshell.session.SessionScene.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.policy.RefusedException;
import dev.sandshell.session.SessionScene.Request;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A command that is cancelled or runs out of time is stopped in steps, and what it did is told. */
final class ExecStopTest {
    private final SessionScene scene = new SessionScene();

    // ---- cancelling

    @Test
    void aQueuedCallIsTakenBackAtOnce() throws RefusedException {
        ShellSession session = scene.ready();
        session.submit(request("e1"));
        Exec queued = session.submit(request("e2"));
        queued.cancel();
        assertThat(failureOf(queued.reply())).isInstanceOf(ExecCancelledException.class);
        assertThat(session.exec("e2")).isEmpty();
        scene.shell().lastCommand().finish(0);
        scene.scheduler.run();
        assertThat(scene.client.events).containsExactly("1 started e1", "2 exited e1 0", "3 closed e1");
    }

    @Test
    void aRunningCommandIsAnsweredWhenItHasReallyStopped() throws RefusedException {
        ShellSession session = scene.ready();
        Exec exec = session.submit(request("e1"));
        FakeCommand command = scene.shell().lastCommand();
        command.print("partial");
        exec.cancel();
        assertThat(command.asked).containsExactly("INTERRUPT");
        assertThat(exec.reply()).isNotDone();
        command.report(130);
        ExecCancelledException cancelled = (ExecCancelledException) failureOf(exec.reply());
        assertThat(cancelled.partial().status()).isEqualTo(new ExecStatus(130, null, false, false, false));
        assertThat(cancelled.partial().stdout().total()).isEqualTo(7);
    }

    @Test
    void cancellingTwiceIsHarmless() throws RefusedException {
        ShellSession session = scene.ready();
        Exec running = session.submit(request("e1"));
        Exec queued = session.submit(request("e2"));
        queued.cancel();
        queued.cancel();
        running.cancel();
        running.cancel();
        assertThat(scene.shell().lastCommand().asked).containsExactly("INTERRUPT");
        scene.shell().lastCommand().finish(130);
        running.cancel();
        assertThat(scene.client.events).containsExactly("1 started e1", "2 exited e1 130", "3 closed e1");
    }

    // ---- escalation

    @Test
    void aStubbornCommandIsStoppedHarderAtEachStep() throws RefusedException {
        ShellSession session = scene.ready();
        Exec exec = session.submit(request("e1"));
        FakeCommand command = scene.shell().lastCommand();
        exec.cancel();
        scene.scheduler.advance(STEP.multipliedBy(10));
        assertThat(command.asked).containsExactly("INTERRUPT", "TERMINATE", "KILL", "KILL_WITH_SHELL");
    }

    @Test
    void theStepsEndWithTheCommand() throws RefusedException {
        ShellSession session = scene.ready();
        Exec exec = session.submit(request("e1"));
        FakeCommand command = scene.shell().lastCommand();
        exec.cancel();
        scene.scheduler.advance(STEP);
        command.finish(143);
        scene.scheduler.advance(STEP.multipliedBy(10));
        assertThat(command.asked).containsExactly("INTERRUPT", "TERMINATE");
        assertThat(scene.scheduler.timers()).isEmpty();
    }

    // ---- time-outs

    @Test
    void aCommandThatRunsOutOfTimeIsStoppedInSteps() throws RefusedException {
        ShellSession session = scene.ready();
        Exec exec =
                session.submit(new Request("e1").timeout(Duration.ofSeconds(5)).build());
        FakeCommand command = scene.shell().lastCommand();
        scene.scheduler.advance(Duration.ofMillis(4_999));
        assertThat(command.asked).isEmpty();
        scene.scheduler.advance(Duration.ofMillis(1));
        scene.scheduler.advance(STEP);
        assertThat(command.asked).containsExactly("INTERRUPT", "TERMINATE");
        command.finish(143);
        assertThat(exec.reply().join().status()).isEqualTo(new ExecStatus(143, null, true, false, false));
        assertThat(exec.reply().join().durationMs()).isEqualTo(7_000);
    }

    @Test
    void theClockOfACommandStartsWithItsTurn() throws RefusedException {
        ShellSession session = scene.ready();
        session.submit(request("e1"));
        FakeCommand first = scene.shell().lastCommand();
        session.submit(new Request("e2").timeout(Duration.ofSeconds(1)).build());
        scene.scheduler.advance(Duration.ofSeconds(3));
        first.finish(0);
        scene.scheduler.advance(Duration.ofMillis(999));
        assertThat(scene.shell().lastCommand().asked).isEmpty();
        scene.scheduler.advance(Duration.ofMillis(1));
        assertThat(scene.shell().lastCommand().asked).containsExactly("INTERRUPT");
    }

    @Test
    void silenceIsCountedFromTheLastOutputOn() throws RefusedException {
        ShellSession session = scene.ready();
        session.submit(new Request("e1").idleTimeout(Duration.ofSeconds(10)).build());
        FakeCommand command = scene.shell().lastCommand();
        scene.scheduler.advance(Duration.ofSeconds(7));
        command.print("alive");
        scene.scheduler.advance(Duration.ofMillis(9_999));
        assertThat(command.asked).isEmpty();
        scene.scheduler.advance(Duration.ofMillis(1));
        assertThat(command.asked).containsExactly("INTERRUPT");
    }

    @Test
    void aCommandThatGoesOnTalkingIsNotIdle() throws RefusedException {
        ShellSession session = scene.ready();
        session.submit(new Request("e1").idleTimeout(Duration.ofSeconds(2)).build());
        FakeCommand command = scene.shell().lastCommand();
        for (int i = 0; i < 50; i++) {
            scene.scheduler.advance(Duration.ofMillis(1_999));
            command.print(".");
        }
        assertThat(command.asked).isEmpty();
        command.finish(0);
        // What has become of the session is told, and that is all that was left to do.
        scene.scheduler.advance(Duration.ofMillis(20));
        assertThat(scene.scheduler.timers()).isEmpty();
    }

    @Test
    void aBackgroundCommandHasATimeLimitToo() throws RefusedException {
        ShellSession session = scene.ready();
        session.submit(
                new Request("e1").background().timeout(Duration.ofSeconds(5)).build());
        FakeCommand command = scene.shell().lastCommand();
        command.startInBackground();
        scene.scheduler.advance(Duration.ofSeconds(5));
        assertThat(command.asked).containsExactly("INTERRUPT");
        command.finish(130);
        assertThat(scene.client.results.get(0).status()).isEqualTo(new ExecStatus(130, null, true, false, false));
    }

    @Test
    void aCommandWhoseOutputIsStillOnItsWayIsNotStoppedAnyMore() throws RefusedException {
        ShellSession session = scene.ready();
        session.submit(new Request("e1").timeout(Duration.ofSeconds(5)).build());
        FakeCommand command = scene.shell().lastCommand();
        scene.scheduler.advance(Duration.ofSeconds(5));
        assertThat(command.asked).containsExactly("INTERRUPT");

        command.reportUndelivered();
        scene.scheduler.advance(Duration.ofMinutes(1));
        assertThat(command.asked)
                .as("the shell is idle, only the client is slow")
                .containsExactly("INTERRUPT");
        session.exec("e1").orElseThrow().cancel();
        scene.scheduler.advance(Duration.ofMinutes(1));
        assertThat(command.asked).containsExactly("INTERRUPT");

        command.finish(130);
        ExecResult result = scene.client.results.get(0);
        assertThat(result.status()).isEqualTo(new ExecStatus(130, null, true, false, false));
        assertThat(result.durationMs())
                .as("until it ended, not until it was read")
                .isEqualTo(5_000);
    }

    @Test
    void aTimeLimitIsNotForTheReadingOfTheOutput() throws RefusedException {
        ShellSession session = scene.ready();
        session.submit(new Request("e1").timeout(Duration.ofSeconds(5)).build());
        FakeCommand command = scene.shell().lastCommand();
        command.reportUndelivered();
        scene.scheduler.advance(Duration.ofSeconds(6));
        command.finish(0);
        assertThat(scene.client.results.get(0).status()).isEqualTo(new ExecStatus(0, null, false, false, false));
        assertThat(command.asked).isEmpty();
    }

    // ---- signals

    @Test
    void aSignalReachesWhatRunsAndSaysSo() throws RefusedException {
        ShellSession session = scene.ready();
        Exec running = session.submit(request("e1"));
        Exec queued = session.submit(request("e2"));
        assertThat(running.signal("SIGUSR1")).isTrue();
        assertThat(queued.signal("SIGUSR1")).isFalse();
        scene.shell().lastCommand().finish(0);
        assertThat(running.interrupt()).isFalse();
        assertThat(scene.shell().commands.get(0).asked).containsExactly("signal SIGUSR1");
    }
}
