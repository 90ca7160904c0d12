package dev.sandshell.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.concurrent.BoundedOutbox;
import dev.sandshell.concurrent.ManualScheduler;
import dev.sandshell.protocol.ProgressNotification;
import dev.sandshell.protocol.WorkDoneProgress;
import dev.sandshell.session.ExecResult;
import dev.sandshell.session.ExecStatus;
import dev.sandshell.session.OutputChunk;
import dev.sandshell.session.OutputEncoding;
import dev.sandshell.session.StreamName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Progress begins, reports ten times a second at most what a terminal would show last, and ends. */
final class ExecProgressTest {
    private static final Duration INTERVAL = Duration.ofMillis(100);
    private static final Either<String, Integer> TOKEN = Either.forLeft("token");

    private final ManualScheduler scheduler = new ManualScheduler();
    private final BoundedOutbox<Message> outbox = new BoundedOutbox<>(lane -> {});
    private final ClientChannel channel = new ClientChannel(outbox, () -> {});

    private ExecProgress progress(String command, @Nullable Either<String, Integer> token) {
        return new ExecProgress(channel, scheduler, "s", command, token, () -> {});
    }

    private List<WorkDoneProgress> sent() {
        List<WorkDoneProgress> steps = new ArrayList<>();
        Message next;
        while ((next = outbox.poll()) != null) {
            ProgressNotification params = (ProgressNotification) ((NotificationMessage) next).getParams();
            assertThat(params.token()).isEqualTo(TOKEN);
            steps.add((WorkDoneProgress) params.value());
        }
        return steps;
    }

    private static WorkDoneProgress begin(String title) {
        return new WorkDoneProgress("begin", title, true, null, null);
    }

    private static WorkDoneProgress report(String message, @Nullable Integer percentage) {
        return new WorkDoneProgress("report", null, null, message, percentage);
    }

    private static WorkDoneProgress end(String message) {
        return new WorkDoneProgress("end", null, null, message, null);
    }

    private static OutputChunk text(String text) {
        return new OutputChunk(1, "e", StreamName.STDOUT, 0, text.length(), text, null);
    }

    private static ExecResult result(ExecStatus status, long durationMs) {
        ExecResult.Collected nothing = new ExecResult.Collected(new byte[0], 0, 0);
        return new ExecResult("s", "e", status, nothing, nothing, OutputEncoding.UTF_8, 0, durationMs, "/");
    }

    private static ExecResult result(int exitCode) {
        return result(new ExecStatus(exitCode, null, false, false, false), 1_250);
    }

    /** What is reported of some output. */
    private WorkDoneProgress reportOf(String... pieces) {
        ExecProgress progress = progress("make", TOKEN);
        progress.begin();
        for (String piece : pieces) {
            progress.output(text(piece));
        }
        scheduler.advance(INTERVAL);
        return sent().get(1);
    }

    // ---- its life

    @Test
    void itBeginsWithTheFirstLineOfTheCommandAndEndsWithTheOutcome() {
        ExecProgress progress = progress("\n make all \n make test\n", TOKEN);
        progress.begin();
        progress.begin();
        progress.end(result(2));
        assertThat(sent()).containsExactly(begin("make all "), end("exit 2 in 1.3 s"));
    }

    @Test
    void theEndSaysWhatHappened() {
        ExecProgress killed = progress("x", TOKEN);
        killed.begin();
        killed.end(result(new ExecStatus(null, "SIGKILL", false, true, true), 50));
        ExecProgress late = progress("x", TOKEN);
        late.begin();
        late.end(result(new ExecStatus(143, null, true, false, false), 60_000));
        assertThat(sent())
                .containsExactly(
                        begin("x"), end("killed by SIGKILL in 50 ms"), begin("x"), end("timed out in 1 min 0 s"));
    }

    @Test
    void nothingIsReportedAfterTheEnd() {
        ExecProgress progress = progress("x", TOKEN);
        progress.begin();
        progress.output(text("late\n"));
        progress.end(result(0));
        scheduler.advance(INTERVAL.multipliedBy(10));
        assertThat(sent()).containsExactly(begin("x"), end("exit 0 in 1.3 s"));
        assertThat(scheduler.timers()).isEmpty();
    }

    // ---- reports

    @Test
    void thereIsAtMostOneReportAnInterval() {
        ExecProgress progress = progress("x", TOKEN);
        progress.begin();
        for (int ms = 0; ms < 1_000; ms += 10) {
            progress.output(text("line " + ms + "\n"));
            scheduler.advance(Duration.ofMillis(10));
        }
        List<WorkDoneProgress> sent = sent();
        assertThat(sent).hasSize(11);
        assertThat(sent.get(1)).isEqualTo(report("line 90", null));
        assertThat(sent.get(10)).isEqualTo(report("line 990", null));
    }

    @Test
    void silenceIsNotReported() {
        ExecProgress progress = progress("x", TOKEN);
        progress.begin();
        progress.output(text("once\n"));
        scheduler.advance(INTERVAL.multipliedBy(50));
        assertThat(sent()).containsExactly(begin("x"), report("once", null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "50% done | 50",
                "downloading 7 % | 7",
                "12.5% of 3 MB | 12",
                "1% 2% 3% | 3",
                "100% | 100",
                "0% | 0",
                "CPU 250% | ",
                "40% (CPU 250%) | 40",
                "1000% | ",
                "no number | ",
                "50 percent | "
            })
    void thePercentageIsTheLastOneThatCanBeOne(String line, @Nullable Integer percentage) {
        assertThat(reportOf(line + "\n")).isEqualTo(report(line, percentage));
    }

    @Test
    void escapesAndControlCharactersAreRemoved() {
        assertThat(reportOf("\u001b[1;32mok\u001b[0m \u001b]0;title\u0007done\u001b[K\u0007\b\n"))
                .isEqualTo(report("ok done", null));
    }

    @Test
    void aCarriageReturnBeginsTheLineAnew() {
        assertThat(reportOf("10%\r20%\r30%")).isEqualTo(report("30%", 30));
    }

    @Test
    void aLineMayComeInPieces() {
        assertThat(reportOf("first\nsec", "ond", " line")).isEqualTo(report("second line", null));
        assertThat(reportOf("first\n", "\n", "  \n")).isEqualTo(report("first", null));
    }

    @Test
    void aLongLineIsShortened() {
        assertThat(reportOf("x".repeat(5_000))).isEqualTo(report("x".repeat(199) + "…", null));
    }

    // ---- tokens of ours

    @Test
    void aTokenIsAskedForOnlyOfACommandThatTakesAWhile() {
        List<Either<String, Integer>> asked = new ArrayList<>();
        CompletableFuture<Object> accepted = new CompletableFuture<>();
        ExecProgress progress = progress("x", null);
        progress.askForToken(TOKEN, token -> {
            asked.add(token);
            return accepted;
        });
        progress.begin();
        scheduler.advance(ExecProgress.PATIENCE.minusNanos(1));
        assertThat(asked).isEmpty();
        scheduler.advance(Duration.ofNanos(1));
        assertThat(asked).containsExactly(TOKEN);
        assertThat(sent()).as("the client has not accepted it yet").isEmpty();
        accepted.complete(null);
        scheduler.run();
        assertThat(progress.hasToken(TOKEN)).isTrue();
        progress.end(result(0));
        assertThat(sent()).containsExactly(begin("x"), end("exit 0 in 1.3 s"));
    }

    @Test
    void aShortCommandNeverAsks() {
        List<Either<String, Integer>> asked = new ArrayList<>();
        ExecProgress progress = progress("x", null);
        progress.askForToken(TOKEN, token -> {
            asked.add(token);
            return new CompletableFuture<>();
        });
        progress.end(result(0));
        scheduler.advance(Duration.ofMinutes(1));
        assertThat(asked).isEmpty();
        assertThat(sent()).isEmpty();
    }

    @Test
    void aCommandThatNeverRunsNeverAsksAndEndsWhatItHasBegun() {
        ExecProgress waiting = progress("x", null);
        waiting.askForToken(TOKEN, token -> CompletableFuture.completedFuture(null));
        channel.showProgress("waiting", waiting);
        channel.forget("waiting");
        scheduler.advance(Duration.ofMinutes(1));
        assertThat(sent()).isEmpty();

        ExecProgress begun = progress("x", TOKEN);
        channel.showProgress("begun", begun);
        begun.begin();
        channel.forget("begun");
        channel.forget("begun");
        assertThat(sent()).containsExactly(begin("x"), end("did not run"));
        assertThat(channel.progressOf(TOKEN)).isNull();
    }

    @Test
    void aTokenThatIsAcceptedTooLateIsNotUsed() {
        CompletableFuture<Object> accepted = new CompletableFuture<>();
        ExecProgress progress = progress("x", null);
        progress.askForToken(TOKEN, token -> accepted);
        scheduler.advance(ExecProgress.PATIENCE);
        progress.end(result(0));
        accepted.complete(null);
        scheduler.run();
        assertThat(sent()).isEmpty();
    }
}
