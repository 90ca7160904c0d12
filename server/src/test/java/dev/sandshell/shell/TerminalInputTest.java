package dev.sandshell.shell;

import static dev.sandshell.posix.LoopCalls.onLoop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.Installed;
import dev.sandshell.concurrent.ByteBudget;
import dev.sandshell.posix.BlockedRead;
import dev.sandshell.posix.Descriptor;
import dev.sandshell.posix.EventLoop;
import dev.sandshell.posix.Fifo;
import dev.sandshell.posix.ProcessExit;
import dev.sandshell.posix.ProcessTable;
import dev.sandshell.session.TerminalSize;
import dev.sandshell.shell.ShellProcess.Start;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which programs on a terminal wait for what is typed, and which of them for a secret, as real ones do it. */
@Timeout(30)
final class TerminalInputTest {
    private static final String INPUTS = Installed.fixtures().resolve("inputs").toString();

    @TempDir
    private Path folder;

    private final CompletableFuture<ProcessExit> ended = new CompletableFuture<>();

    /** Guarded by itself. */
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    private final TypedKeys keys = new TypedKeys(1_000, new ByteBudget(1_000));
    private EventLoop loop;
    private Descriptor control;
    private @Nullable Running running;

    private record Running(ShellProcess process, StreamSlot slot, TerminalInput input) {}

    @BeforeEach
    void begin() throws IOException {
        loop = new EventLoop("test-loop");
        loop.start();
        folder = folder.toRealPath();
        Fifo.make(folder.resolve("control").toString());
        control = Descriptor.openBothEnds(folder.resolve("control").toString());
    }

    @AfterEach
    void end() throws Exception {
        Running used = running;
        if (used != null) {
            onLoop(loop, () -> {
                used.slot().close();
                used.process().terminal().close();
                return null;
            });
            // Nobody keeps on after a hang-up.
            ended.get();
            int shell = used.process().pid();
            await(() -> ProcessTable.all().stream().noneMatch(entry -> entry.session() == shell && !entry.isZombie()));
        }
        loop.close();
        control.close();
    }

    /** A shell that has its terminal for all its streams, and has job control where it asks for it. */
    private Running run(String script) throws IOException {
        ShellProcess process = ShellProcess.spawn(
                Start.best(),
                List.of("/bin/bash", "--norc", "-c", "exec <&1 2>&1; " + script),
                Map.of("PATH", System.getenv("PATH"), "INPUTS", INPUTS, "TERM", "xterm"),
                folder.toString(),
                new TerminalSize(24, 80),
                folder.resolve("control").toString());
        Running fresh = onLoop(loop, () -> {
            StreamSlot slot = new StreamSlot(loop, SessionFolder.make(folder, 1), 1);
            process.terminal()
                    .serve(
                            loop,
                            (bytes, length) -> {
                                synchronized (shown) {
                                    shown.write(bytes, 0, length);
                                }
                            },
                            keys);
            process.watch(loop, ended::complete);
            CommandProcesses processes = new CommandProcesses(process.pid(), slot, 0);
            return new Running(process, slot, new TerminalInput(process.terminal(), processes));
        });
        running = fresh;
        return fresh;
    }

    /** Looks until it is so; the test's own time is the bound. */
    private static void await(BooleanSupplier isSo) {
        while (!isSo.getAsBoolean()) {
            assertThat(Thread.currentThread().isInterrupted())
                    .as("the test's time is over")
                    .isFalse();
            LockSupport.parkNanos(1_000_000);
        }
    }

    private String shown() {
        synchronized (shown) {
            return shown.toString(StandardCharsets.UTF_8);
        }
    }

    private void awaitShown(String part) {
        await(() -> shown().contains(part));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            ready;  @ false @ read x
            ready;  @ true  @ read -s x
            ready;  @ false @ read -n 1 x
            ready;  @ false @ cat
            ready;  @ true  @ stty -echo; cat
            ready;  @ false @ bash -c 'cat | cat'
            ready;  @ false @ set -m; cat
            ready;  @ true  @ zsh -fc 'read -s x'
            ready;  @ true  @ dash -c 'stty -echo; read x'
            name?   @ false @ python3 "$INPUTS/asks.py"
            ready;  @ false @ python3 "$INPUTS/asks-in-a-thread.py"
            word?   @ true  @ python3 "$INPUTS/asks-secretly.py"
            zsh>    @ false @ PS1='zsh> ' zsh -fi
            """)
    void aReadWaits(String prompt, boolean isSecret, String script) throws IOException {
        requireProgramsOf(script);
        TerminalInput input = run("printf 'ready; '; " + script).input();
        awaitShown(prompt);
        await(() -> input.findReader().isPresent());
        // The terminal passes on what was printed in its own time.
        await(() -> onLoop(loop, input::isExhausted));
        assertThat(onLoop(loop, input::isSecret)).isEqualTo(isSecret);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "printf ready; sleep 1000",
                "printf ready; sleep 1000 | cat",
                "printf ready; while :; do :; done",
                "printf ready; read -t 1000 x",
                "read -e -p ready x",
                "python3 -i -c 'print(\"ready\")'",
                "python3 -c 'import readline; input(\"ready\")'",
                "python3 -c 'import select; print(\"ready\"); select.select([0], [], [])'",
                "python3 -c 'import socket; s = socket.create_server((\"\", 0)); print(\"ready\"); s.accept()'",
                "mkfifo gate; printf ready; cat gate",
                "mkfifo gate; exec 7<>gate; printf ready; cat <gate",
                // Stopped for reading in the background, which shows as the read that it was stopped in.
                "set -m; cat & printf ready; wait; sleep 1000",
                // On a terminal of its own, as "script" and "tmux" give one.
                "printf ready; python3 -c 'import pty; pty.spawn([\"sleep\", \"1000\"])'"
            })
    void nothingElseDoes(String script) throws IOException {
        requireProgramsOf(script);
        TerminalInput input = run(script).input();
        awaitShown("ready");
        // It can only be wrong in one way, so that it is right at any one time would prove little.
        for (int i = 0; i < 200; i++) {
            assertThat(input.findReader()).isEmpty();
        }
    }

    private static void requireProgramsOf(String script) {
        List.of("python3", "zsh", "dash").stream().filter(script::contains).forEach(Installed::require);
    }

    @Test
    void aWaitEndsWithWhatIsTyped() throws IOException {
        Running used = run("read x; echo \"<$x>\"; read y");
        TerminalInput input = used.input();
        await(() -> input.findReader().isPresent());
        BlockedRead first = input.findReader().orElseThrow();
        assertThat(first.goesOn()).isTrue();
        onLoop(loop, () -> {
            keys.add("line\n".getBytes(StandardCharsets.UTF_8));
            used.process().terminal().flush();
            return null;
        });
        awaitShown("<line>");
        await(() -> input.findReader().isPresent());
    }
}
