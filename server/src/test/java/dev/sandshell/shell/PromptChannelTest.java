package dev.sandshell.shell;

import static dev.sandshell.posix.LoopCalls.onLoop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.concurrent.ByteBudget;
import dev.sandshell.concurrent.ManualScheduler;
import dev.sandshell.posix.Descriptor;
import dev.sandshell.posix.EventLoop;
import dev.sandshell.posix.ProcessExit;
import dev.sandshell.session.TerminalSize;
import dev.sandshell.shell.ShellProcess.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Turns of a shell whose reports come when the test says so. The shell is a program that waits for keys as one does. */
@Timeout(30)
final class PromptChannelTest {
    private static final Duration UNTIL_THE_NEXT_LOOK = Duration.ofMillis(200);
    private static final List<String> WELL = List.of("0", "h", "/");

    @TempDir
    private Path folder;

    private final ManualScheduler scheduler = new ManualScheduler();
    private final TypedKeys keys = new TypedKeys(1_000, new ByteBudget(1_000));
    private final CompletableFuture<ProcessExit> ended = new CompletableFuture<>();
    private EventLoop loop;
    private Descriptor control;
    private Path turn;
    private ShellProcess shell;
    private SessionTerminal terminal;
    private PromptChannel channel;
    private Runnable reports = () -> {};
    private int replaced;

    @BeforeEach
    void begin() throws IOException {
        loop = new EventLoop("test-loop");
        loop.start();
        SessionFolder files = SessionFolder.make(folder.toRealPath(), 1);
        turn = Path.of(files.file(LineEditor.TURN_FILE));
        control = Descriptor.openBothEnds(files.control());
        shell = ShellProcess.spawn(
                Start.best(),
                List.of(
                        "/bin/bash",
                        "--norc",
                        "-c",
                        "exec <&1 2>&1; stty -icanon -echo; while read -rsn 1; do :; done"),
                Map.of("PATH", System.getenv("PATH")),
                folder.toString(),
                new TerminalSize(24, 80),
                files.control());
        ControlLines lines = new ControlLines(new BashDialect(), files, new StatusFiles(RuntimeFolder.of(Map.of())));
        terminal = new SessionTerminal(loop, new TerminalSize(24, 80), keys, (bytes, length) -> {});
        channel = onLoop(loop, () -> {
            PromptChannel made = new PromptChannel(
                    scheduler,
                    new BashLineEditor(files, lines),
                    lines,
                    files,
                    terminal,
                    null,
                    typed -> {},
                    () -> reports.run(),
                    () -> replaced++);
            terminal.begin(shell.terminal());
            shell.watch(loop, ended::complete);
            made.begin(shell);
            return made;
        });
    }

    @AfterEach
    void end() throws Exception {
        onLoop(loop, () -> {
            channel.close();
            terminal.end();
            shell.terminal().close();
            return null;
        });
        // It does not stay after a hang-up.
        ended.get();
        loop.close();
        control.close();
    }

    @Test
    void aTurnWhoseEndIsReadWhileItIsLookedAtIsOver() throws Exception {
        awaitWaiting();
        onLoop(loop, () -> {
            channel.told(ReportParser.Kind.PROMPT, 0, WELL);
            channel.ask("true\n", "report\n", 7);
            scheduler.advance(Duration.ZERO);
            return null;
        });
        assertThat(turn).isNotEmptyFile();
        Files.write(turn, new byte[0]);
        awaitWaiting();
        boolean isAllTaken = onLoop(loop, () -> {
            scheduler.advance(Duration.ofMillis(20));
            // A look begins with what has been reported, and goes on with what has been meanwhile.
            reports = () -> reports = () -> {
                reports = () -> {};
                channel.told(ReportParser.Kind.DONE, 7, WELL);
            };
            scheduler.advance(UNTIL_THE_NEXT_LOOK);
            return channel.isAllTaken();
        });
        assertThat(isAllTaken).isTrue();
        assertThat(replaced).isZero();
    }

    /** Looks until the program has read all keys and waits for the next; the test's own time is the bound. */
    private void awaitWaiting() throws Exception {
        while (!onLoop(loop, () -> new EditingShell(shell).isWaiting(false))) {
            Thread.onSpinWait();
        }
    }
}
