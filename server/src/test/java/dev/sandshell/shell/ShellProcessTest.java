package dev.sandshell.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sandshell.concurrent.ByteBudget;
import dev.sandshell.posix.Descriptor;
import dev.sandshell.posix.EventLoop;
import dev.sandshell.posix.Fifo;
import dev.sandshell.posix.PosixException;
import dev.sandshell.posix.ProcessExit;
import dev.sandshell.posix.Processes;
import dev.sandshell.posix.Spawn;
import dev.sandshell.session.TerminalSize;
import dev.sandshell.shell.ShellProcess.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However a shell is started, it finds the same. */
class ShellProcessTest {
    private static final String LOOK = """
            ls /proc/$$/fd >fds
            {
                echo fds $(cat fds)
                grep -E 'SigBlk|SigIgn' /proc/self/status
                echo in "$(readlink /proc/$$/fd/0)"
                echo err "$(readlink /proc/$$/fd/2)"
                echo folder "$(pwd)"
                echo variables "$(env | grep -v -E '^(PWD|OLDPWD|_|SHLVL)=' | sort)"
                echo size "$(stty size <&9)"
                test "$(tty <&9)" = "$(readlink /proc/$$/fd/9)" && echo terminal
                : </dev/tty && echo controlling
                set -- $(cat /proc/$$/stat)
                test "$6" = "$$" && test "$8" = "$$" && echo leader in the foreground
            } 9<&1 >found
            exit 7
            """;

    @TempDir
    private Path folder;

    private EventLoop loop;
    private Descriptor input;
    private String fifo;

    @BeforeEach
    void begin() throws IOException {
        loop = new EventLoop("test-loop");
        loop.start();
        folder = folder.toRealPath();
        fifo = folder.resolve("input").toString();
        Fifo.make(fifo);
        input = Descriptor.openBothEnds(fifo);
    }

    @AfterEach
    void end() {
        loop.close();
        input.close();
    }

    private ShellProcess spawn(Start start, String... command) throws IOException {
        assumeTrue(
                start == Start.FORK || Spawn.isAvailable(),
                "this C library has no posix_spawn that closes descriptors");
        return ShellProcess.spawn(
                start,
                List.of(command),
                Map.of("PATH", "/usr/bin:/bin", "WORD", "é b"),
                folder.toString(),
                new TerminalSize(30, 100),
                fifo);
    }

    private ProcessExit end(ShellProcess process) {
        CompletableFuture<ProcessExit> ended = new CompletableFuture<>();
        loop.execute(() -> {
            try {
                process.terminal().serve(loop, (bytes, length) -> {}, new TypedKeys(0, new ByteBudget(0)));
                process.watch(loop, ended::complete);
            } catch (PosixException e) {
                ended.completeExceptionally(e);
            }
        });
        return ended.join();
    }

    @ParameterizedTest
    @EnumSource
    void hasATerminalItsInputAndNothingElse(Start start) throws IOException {
        ShellProcess process = spawn(start, "/bin/bash", "-c", LOOK);
        assertThat(end(process)).isEqualTo(new ProcessExit(7, null));
        assertThat(Processes.isAlive(process.pid())).isFalse();
        // The 32nd signal is the C library's own.
        assertThat(Files.readString(folder.resolve("found")).replaceAll("(Sig...):\\s+0+[08]0{7}\n", "$1 none\n"))
                .isEqualTo("""
                        fds 0 1 2
                        SigBlk none
                        SigIgn none
                        in %s
                        err /dev/null
                        folder %s
                        variables PATH=/usr/bin:/bin
                        WORD=é b
                        size 30 100
                        terminal
                        controlling
                        leader in the foreground
                        """.formatted(fifo, folder));
    }

    @ParameterizedTest
    @EnumSource
    void aSignalIsToldFromAnExitCode(Start start) throws IOException {
        assertThat(end(spawn(start, "/bin/sh", "-c", "kill -KILL $$"))).isEqualTo(new ProcessExit(null, "SIGKILL"));
        assertThat(end(spawn(start, "/bin/sh", "-c", "exit 137"))).isEqualTo(new ProcessExit(137, null));
    }

    @Test
    void whatCannotBeStartedIsSaidAtOnce() throws IOException {
        Path script = Files.writeString(folder.resolve("script"), "");
        assertThatThrownBy(() -> spawn(Start.SPAWN, folder.resolve("nosuch").toString()))
                .isInstanceOf(PosixException.class)
                .hasMessage("posix_spawn: no such file or folder");
        assertThatThrownBy(() -> spawn(Start.SPAWN, script.toString()))
                .isInstanceOf(PosixException.class)
                .hasMessage("posix_spawn: permission denied");
    }
}
