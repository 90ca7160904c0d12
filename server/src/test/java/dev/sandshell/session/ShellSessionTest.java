package dev.sandshell.session;

import static dev.sandshell.session.SessionScene.failureOf;
import static dev.sandshell.session.SessionScene.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.sandshell.policy.InvalidArgumentException;
import dev.sandshell.policy.RefusalCode;
import dev.sandshell.policy.RefusedException;
import dev.sandshell.session.SessionScene.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A session runs one thing at a time, in order of arrival, within its bounds, and numbers what it tells. */
final class ShellSessionTest {
    private final SessionScene scene = new SessionScene();

    private static RefusalCode codeOf(Throwable refusal) {
        return ((RefusedException) refusal).code();
    }

    @Test
    void callsThatComeWhileTheShellStartsWaitForIt() throws RefusedException {
        ShellSession session = scene.create();
        session.submit(request("e1"));
        assertThat(scene.shell().commands).isEmpty();
        scene.shell().becomeReady();
        assertThat(scene.shell().commands).hasSize(1);
    }

    @Test
    void callsRunOneAtATimeInOrderOfArrival() throws RefusedException {
        ShellSession session = scene.ready();
        session.submit(request("e1"));
        session.submit(request("e2"));
        session.submit(request("e3"));
        for (int i = 1; i <= 3; i++) {
            assertThat(scene.shell().commands).hasSize(i);
            scene.shell().lastCommand().finish(i);
            scene.scheduler.run();
        }
        assertThat(scene.client.events)
                .containsExactly(
                        "1 started e1",
                        "2 exited e1 1",
                        "3 closed e1",
                        "4 started e2",
                        "5 exited e2 2",
                        "6 closed e2",
                        "7 started e3",
                        "8 exited e3 3",
                        "9 closed e3");
    }

    @Test
    void theViewTellsWhatTheSessionIsDoing() throws RefusedException {
        ShellSession session = scene.ready();
        session.submit(request("e1"));
        session.submit(request("e2"));
        assertThat(session.view())
                .isEqualTo(new SessionView(
                        "s",
                        "s",
                        SessionState.BUSY,
                        "fake",
                        4_712,
                        "/home",
                        1_000_000,
                        TerminalSize.DEFAULT,
                        "e1",
                        1,
                        0,
                        1,
                        null,
                        null));
    }

    @Test
    void aCommandStartsWithTheStatusAndInTheFolderOfTheOneBefore() throws RefusedException {
        ShellSession session = scene.ready();
        session.submit(request("e1"));
        scene.shell().lastCommand().report(3, "/elsewhere");
        scene.shell().lastCommand().close();
        scene.scheduler.run();
        Exec next = session.submit(request("e2"));
        assertThat(scene.shell().lastCommand().spec)
                .isEqualTo(new CommandSpec("true", null, ImmutableMap.of(), null, false, false, false, false, 3));
        assertThat(next.view().cwd()).isEqualTo("/elsewhere");
    }

    @Test
    void aFolderForOneCallIsNotTheSessions() throws RefusedException {
        ShellSession session = scene.ready();
        session.submit(new Request("e1").cwd("/tmp").build());
        scene.shell().lastCommand().report(0, "/tmp");
        assertThat(session.view().cwd()).isEqualTo("/home");
    }

    @Test
    void theReplyHoldsWhatWasPrinted() throws RefusedException {
        ShellSession session = scene.ready();
        Exec exec = session.submit(request("e1"));
        scene.shell().lastCommand().print("hello");
        scene.shell().lastCommand().print(StreamName.STDERR, "oops");
        scene.shell().lastCommand().report(7);
        ExecResult result = exec.reply().join();
        assertThat(result)
                .usingRecursiveComparison()
                .isEqualTo(new ExecResult(
                        "s",
                        "e1",
                        new ExecStatus(7, null, false, false, false),
                        new ExecResult.Collected("hello".getBytes(StandardCharsets.UTF_8), 5, 5),
                        new ExecResult.Collected("oops".getBytes(StandardCharsets.UTF_8), 4, 4),
                        OutputEncoding.UTF_8,
                        1_000_000,
                        0,
                        "/home"));
    }

    @Test
    void exitedAndClosedAreDifferentFacts() throws RefusedException {
        ShellSession session = scene.ready();
        Exec exec = session.submit(request("e1"));
        FakeCommand command = scene.shell().lastCommand();
        command.report(0);
        scene.scheduler.run();
        session.submit(request("e2"));
        command.print("late");
        command.close();
        assertThat(exec.isClosed()).isTrue();
        assertThat(scene.client.events)
                .containsExactly(
                        "1 started e1", "2 exited e1 0", "3 started e2", "4 output e1 stdout late", "5 closed e1");
    }

    @Test
    void outputThatIsOnlyCollectedIsNumberedButNotTold() throws RefusedException {
        ShellSession session = scene.ready();
        session.submit(new Request("e1").output(OutputMode.COLLECT).build());
        scene.shell().lastCommand().print("hello");
        scene.shell().lastCommand().finish(0);
        assertThat(scene.client.events).containsExactly("1 started e1", "3 exited e1 0", "4 closed e1");
        assertThat(session.log().outputAfter("e1", 0)).hasSize(1);
    }

    // ---- bounds

    @Test
    void oneCallMoreThanTheQueueTakesIsRefused() throws RefusedException {
        ShellSession session = scene.ready();
        session.submit(request("running"));
        for (int i = 0; i < 4; i++) {
            session.submit(request("waiting " + i));
        }
        assertThatThrownBy(() -> session.submit(request("too many")))
                .satisfies(refusal -> assertThat(codeOf(refusal)).isEqualTo(RefusalCode.QUEUE_FULL));
        assertThat(session.exec("too many")).isEmpty();
        scene.shell().lastCommand().finish(0);
        scene.scheduler.run();
        session.submit(request("fits again"));
    }

    @Test
    void fewCallsThatAreTooLargeTogetherAreRefused() throws RefusedException {
        ShellSession session = scene.ready();
        session.submit(request("running"));
        session.submit(new Request("e1").command("").stdin(new byte[600]).build());
        ExecRequest large = new Request("e2").command("").stdin(new byte[401]).build();
        assertThatThrownBy(() -> session.submit(large))
                .satisfies(refusal -> assertThat(codeOf(refusal)).isEqualTo(RefusalCode.QUEUE_FULL));
        session.exec("e1").orElseThrow().cancel();
        session.submit(large);
    }

    @Test
    void anIdIsUsedOnce() throws RefusedException {
        ShellSession session = scene.ready();
        session.submit(request("e1"));
        scene.shell().lastCommand().finish(0);
        scene.scheduler.run();
        assertThatThrownBy(() -> session.submit(request("e1")))
                .satisfies(refusal -> assertThat(codeOf(refusal)).isEqualTo(RefusalCode.EXEC_ALREADY_EXISTS));
    }

    @Test
    void aCallThatWillNotWaitIsRefusedWhereTheSessionIsBusy() throws RefusedException {
        ShellSession session = scene.ready();
        session.submit(new Request("e1").rejectWhenBusy().build());
        assertThatThrownBy(
                        () -> session.submit(new Request("e2").rejectWhenBusy().build()))
                .satisfies(refusal -> assertThat(codeOf(refusal)).isEqualTo(RefusalCode.SESSION_BUSY));
    }

    // ---- background

    @Test
    void aBackgroundCommandFreesTheTurnWhenItRuns() throws RefusedException {
        ShellSession session = scene.ready();
        Exec server = session.submit(new Request("server").background().build());
        session.submit(request("e1"));
        assertThat(scene.shell().commands).hasSize(1);
        FakeCommand background = scene.shell().lastCommand();
        background.startInBackground();
        scene.scheduler.run();
        assertThat(server.reply()).isCompleted();
        assertThat(scene.shell().commands).hasSize(2);

        scene.shell().lastCommand().finish(0);
        background.print("still here");
        background.finish(5);
        scene.scheduler.run();
        assertThat(scene.client.events)
                .containsExactly(
                        "1 started server",
                        "2 started e1",
                        "3 exited e1 0",
                        "4 closed e1",
                        "5 output server stdout still here",
                        "6 exited server 5",
                        "7 closed server");
        assertThat(session.view().state()).isEqualTo(SessionState.IDLE);
    }

    @Test
    void aBackgroundCommandThatIsLostHasNoExitCode() throws RefusedException {
        ShellSession session = scene.ready();
        session.submit(new Request("server").background().build());
        FakeCommand background = scene.shell().lastCommand();
        background.startInBackground();
        background.lose();
        background.close();
        assertThat(scene.client.events).containsExactly("1 started server", "2 exited server null", "3 closed server");
    }

    // ---- environment

    @Test
    void aChangeOfTheEnvironmentWaitsForItsTurn() throws RefusedException {
        ShellSession session = scene.ready();
        session.submit(request("e1"));
        CompletableFuture<Boolean> changed = session.turns().setEnvironment(ImmutableMap.of("A", Optional.of("1")));
        assertThat(scene.shell().changes).isEmpty();
        scene.shell().lastCommand().finish(0);
        scene.scheduler.run();
        scene.shell().changes.get(0).done().accept(Optional.empty());
        assertThat(changed).isCompletedWithValue(true);
    }

    @Test
    void whatTheShellHasAgainstAChangeIsTold() throws RefusedException {
        ShellSession session = scene.ready();
        CompletableFuture<Boolean> changed = session.turns().setEnvironment(ImmutableMap.of("A", Optional.of("1")));
        scene.shell().changes.get(0).done().accept(Optional.of("A: readonly variable"));
        assertThat(failureOf(changed))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessage("env: the shell refused it: A: readonly variable");
    }

    @Test
    void aShellThatEndsUnderALookAtItsEnvironmentFailsTheLookAlone() throws RefusedException {
        ShellSession session = scene.ready();
        CompletableFuture<ImmutableMap<String, String>> read = session.turns().environment(ImmutableList.of());
        Exec next = session.submit(request("e1"));
        scene.shell().end(null, "SIGKILL");
        assertThat(codeOf(failureOf(read))).isEqualTo(RefusalCode.SHELL_START_FAILED);
        scene.shell().becomeReady();
        scene.scheduler.run();
        scene.shell().lastCommand().finish(0);
        assertThat(next.reply()).isCompleted();
    }

    // ---- flow

    @Test
    void aClientThatDoesNotReadHoldsTheCommandBackUntilItHasDrained() throws RefusedException {
        ShellSession session = scene.ready();
        session.submit(request("e1"));
        FakeCommand command = scene.shell().lastCommand();
        command.print("a");
        scene.client.saturated.add("s");
        command.print("b");
        command.print("c");
        session.outputDrained();
        assertThat(command.asked).containsExactly("stop reading");
        scene.client.saturated.clear();
        session.outputDrained();
        session.outputDrained();
        assertThat(command.asked).containsExactly("stop reading", "read");
    }

    @Test
    void theSlowestOfSeveralClientsSetsThePace() throws RefusedException {
        ShellSession session = scene.ready();
        RecordingListener slow = new RecordingListener();
        session.attach(slow);
        session.submit(request("e1"));
        FakeCommand command = scene.shell().lastCommand();
        slow.saturated.add("s");
        command.print("a");
        session.outputDrained();
        assertThat(command.asked).containsExactly("stop reading");
        session.detach(slow);
        assertThat(command.asked).containsExactly("stop reading", "read");
    }

    @Test
    void aCommandThatStreamsNothingIsNotHeldBack() throws RefusedException {
        ShellSession session = scene.ready();
        session.submit(new Request("e1").output(OutputMode.COLLECT).build());
        scene.client.saturated.add("s");
        scene.shell().lastCommand().print("a");
        assertThat(scene.shell().lastCommand().asked).isEmpty();
    }

    // ---- input

    @Test
    void inputThatIsRefusedDoesNotCloseIt() throws RefusedException {
        ShellSession session = scene.ready();
        Exec exec = session.submit(new Request("e1").openStdin().build());
        scene.shell().lastCommand().answerToWrites = RunningCommand.Written.TOO_MUCH_PENDING;
        assertThat(codeOf(failureOf(exec.write(new byte[] {'h', 'i'}, true)))).isEqualTo(RefusalCode.QUEUE_FULL);
        assertThat(scene.shell().lastCommand().asked).containsExactly("write hi");
    }

    @Test
    void aSessionWhoseLastWaitingCallIsWithdrawnIsIdle() throws RefusedException {
        ShellSession session = scene.ready();
        session.submit(request("e1"), scene.client);
        Exec waiting = session.submit(request("e2"), scene.client);
        scene.client.saturated.add("s");
        scene.shell().lastCommand().finish(0);
        scene.scheduler.run();
        SessionState before = session.view().state();
        waiting.cancel();
        assertThat(before).isEqualTo(SessionState.BUSY);
        assertThat(session.view().state()).isEqualTo(SessionState.IDLE);
    }

    @Test
    void inputGoesToACommandThatAskedForIt() throws RefusedException {
        ShellSession session = scene.ready();
        Exec exec = session.submit(new Request("e1").openStdin().build());
        assertThat(exec.write(new byte[] {'h', 'i'}, true)).isCompleted();
        assertThat(scene.shell().lastCommand().asked).containsExactly("write hi", "close input");
    }

    @Test
    void inputToWhatCannotReadIsRefusedWithTheReason() throws RefusedException {
        ShellSession session = scene.ready();
        Exec running = session.submit(request("running"));
        Exec queued = session.submit(new Request("queued").openStdin().build());
        String closed = failureOf(running.write(new byte[0], false)).getMessage();
        String tooEarly = failureOf(queued.write(new byte[0], false)).getMessage();
        scene.shell().lastCommand().finish(0);
        String tooLate = failureOf(running.write(new byte[0], false)).getMessage();
        assertThat(List.of(closed, tooEarly, tooLate))
                .containsExactly(
                        "exec running was started without openStdin, so its input is closed",
                        "exec queued is still queued",
                        "exec running has ended");
    }
}
