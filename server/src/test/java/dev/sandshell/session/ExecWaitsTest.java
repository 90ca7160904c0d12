package dev.sandshell.session;

import static dev.sandshell.session.SessionScene.failureOf;
import static dev.sandshell.session.SessionScene.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import dev.sandshell.policy.RefusalCode;
import dev.sandshell.policy.RefusedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits for a command is answered once, whenever the thing happens, and leaves nothing behind. */
final class ExecWaitsTest {
    private static final Pattern READY = Pattern.compile("^ready$", Pattern.MULTILINE);

    private final SessionScene scene = new SessionScene();
    private final List<Consumer<Boolean>> probes = new ArrayList<>();
    private final ExecWaits waits = new ExecWaits(scene.scheduler, (host, port, answer) -> probes.add(answer), 500);
    private Exec exec;
    private FakeCommand command;

    ExecWaitsTest() throws RefusedException {
        ShellSession session = scene.ready();
        exec = session.submit(request("e1"));
        command = scene.shell().lastCommand();
    }

    @BeforeEach
    void begins() {
        assertThat(exec.observers().size()).isZero();
    }

    private void assertLetGo() {
        // The session has something to say for a moment after each command.
        scene.scheduler.advance(Duration.ofMillis(20));
        assertThat(exec.observers().size()).isZero();
        assertThat(scene.scheduler.timers()).isEmpty();
    }

    private static RefusalCode codeOf(CompletableFuture<?> wait) {
        return ((RefusedException) failureOf(wait)).code();
    }

    @Test
    void aLineThatCameBeforeIsFound() throws RefusedException {
        command.print("booting\nready\n");
        assertThat(waits.forLog(exec, READY, null)).isCompletedWithValue("ready");
        assertLetGo();
    }

    @Test
    void aLineOfWhichAPartCameBeforeIsFound() throws RefusedException {
        command.print("booting\nrea");
        CompletableFuture<String> wait = waits.forLog(exec, READY, Duration.ofSeconds(9));
        command.print("dy");
        assertThat(wait).isNotDone();
        command.print("\n");
        assertThat(wait).isCompletedWithValue("ready");
        assertLetGo();
    }

    @Test
    void theLastLineNeedsNoEnd() throws RefusedException {
        CompletableFuture<String> wait = waits.forLog(exec, READY, null);
        command.print("ready");
        assertThat(wait).isNotDone();
        command.finish(0);
        assertThat(wait).isCompletedWithValue("ready");
        assertThat(waits.forLog(exec, READY, null)).isCompletedWithValue("ready");
        assertLetGo();
    }

    @Test
    void aLineThatDoesNotComeIsWaitedForUntilNothingCanCome() throws RefusedException {
        CompletableFuture<String> wait = waits.forLog(exec, READY, null);
        command.print("booting\n");
        command.report(0);
        assertThat(wait).isNotDone();
        command.close();
        assertThat(codeOf(wait)).isEqualTo(RefusalCode.EXITED_BEFORE_READY);
        assertThat(codeOf(waits.forLog(exec, READY, null))).isEqualTo(RefusalCode.EXITED_BEFORE_READY);
        assertLetGo();
    }

    @Test
    void theExitIsFoundBeforeAtAndAfterIt() throws RefusedException {
        CompletableFuture<ExecResult> before = waits.forExit(exec, Duration.ofSeconds(9));
        CompletableFuture<ExecResult> other = waits.forExit(exec, null);
        command.report(3);
        CompletableFuture<ExecResult> between = waits.forExit(exec, null);
        command.close();
        CompletableFuture<ExecResult> after = waits.forExit(exec, Duration.ofSeconds(9));
        for (CompletableFuture<ExecResult> wait : List.of(before, other, between, after)) {
            assertThat(wait.join().status().exitCode()).isEqualTo(3);
        }
        assertLetGo();
    }

    @Test
    void aCommandThatNeverBeganHasEnded() throws RefusedException {
        Exec queued = exec.session().submit(request("e2"));
        CompletableFuture<ExecResult> exit = waits.forExit(queued, null);
        CompletableFuture<String> log = waits.forLog(queued, READY, null);
        queued.cancel();
        assertThat(exit.join().status().exitCode()).isNull();
        assertThat(codeOf(log)).isEqualTo(RefusalCode.EXITED_BEFORE_READY);
        scene.scheduler.run();
        assertThat(queued.observers().size()).isZero();
    }

    @Test
    void aPortIsTriedUntilItAnswers() throws RefusedException {
        CompletableFuture<Void> wait = waits.forPort(exec, "::1", 80, null);
        for (int i = 0; i < 3; i++) {
            assertThat(probes).hasSize(1);
            probes.remove(0).accept(false);
            scene.scheduler.advance(Duration.ofSeconds(1));
        }
        assertThat(wait).isNotDone();
        probes.remove(0).accept(true);
        scene.scheduler.run();
        assertThat(wait).isCompleted();
        assertLetGo();
        assertThat(probes).isEmpty();
    }

    @Test
    void aPortOfACommandThatEndsIsNotTriedAnyMore() throws RefusedException {
        CompletableFuture<Void> wait = waits.forPort(exec, "127.0.0.1", 80, Duration.ofSeconds(9));
        command.finish(1);
        assertThat(codeOf(wait)).isEqualTo(RefusalCode.EXITED_BEFORE_READY);
        probes.remove(0).accept(false);
        assertLetGo();
        assertThat(probes).isEmpty();
    }

    @Test
    void manyWaitsAreEachAnsweredOnce() throws RefusedException {
        List<CompletableFuture<?>> all = new ArrayList<>();
        List<CompletableFuture<?>> late = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            all.add(waits.forLog(exec, READY, Duration.ofSeconds(9)));
            all.add(waits.read(exec, 1, 100, Duration.ofSeconds(9)));
            late.add(waits.forExit(exec, null));
        }
        command.print("ready\n");
        assertThat(all).allMatch(CompletableFuture::isDone);
        assertThat(late).noneMatch(CompletableFuture::isDone);
        command.finish(0);
        assertThat(late).allMatch(CompletableFuture::isDone);
        assertLetGo();
    }

    @Test
    void whoGivesUpLeavesNothingBehind() throws RefusedException {
        List<CompletableFuture<?>> all = List.of(
                waits.forLog(exec, READY, Duration.ofSeconds(9)),
                waits.forExit(exec, null),
                waits.forPort(exec, "127.0.0.1", 80, Duration.ofSeconds(9)),
                waits.read(exec, 1, 100, Duration.ofSeconds(9)));
        all.forEach(wait -> wait.cancel(true));
        probes.remove(0).accept(false);
        assertLetGo();
        command.print("ready\n");
        assertThat(all).allMatch(CompletableFuture::isCancelled);
    }

    @Test
    void aWaitThatTakesTooLongSaysSo() throws RefusedException {
        CompletableFuture<String> wait = waits.forLog(exec, READY, Duration.ofMillis(100));
        CompletableFuture<ExecWaits.Reading> read = waits.read(exec, 1, 100, Duration.ofMillis(100));
        scene.scheduler.advance(Duration.ofMillis(100));
        assertThat(codeOf(wait)).isEqualTo(RefusalCode.WAIT_TIMEOUT);
        assertThat(read.join().chunks()).isEmpty();
        assertThat(read.join().nextSeq()).isEqualTo(2);
        assertLetGo();
    }
}
