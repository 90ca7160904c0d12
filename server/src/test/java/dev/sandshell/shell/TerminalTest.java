package dev.sandshell.shell;

import static dev.sandshell.posix.LoopCalls.onLoop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandshell.concurrent.ByteBudget;
import dev.sandshell.policy.RefusalCode;
import dev.sandshell.policy.RefusedException;
import dev.sandshell.posix.Descriptor;
import dev.sandshell.posix.EventLoop;
import dev.sandshell.posix.Fifo;
import dev.sandshell.posix.ProcessExit;
import dev.sandshell.session.TerminalSize;
import dev.sandshell.shell.ShellProcess.Start;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes through a terminal, with a real program on its other side. */
class TerminalTest {
    private static final long MUCH = 1 << 20;

    @TempDir
    private Path folder;

    private EventLoop loop;
    private Descriptor input;
    private String fifo;
    private @Nullable Terminal terminal;
    private final ByteBudget budget = new ByteBudget(2 * MUCH);
    private final TypedKeys keys = new TypedKeys(MUCH, budget);
    private final CompletableFuture<ProcessExit> ended = new CompletableFuture<>();

    /** Guarded by itself. */
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @BeforeEach
    void begin() throws IOException {
        loop = new EventLoop("test-loop");
        loop.start();
        fifo = folder.toRealPath().resolve("input").toString();
        Fifo.make(fifo);
        input = Descriptor.openBothEnds(fifo);
    }

    @AfterEach
    void end() {
        Terminal used = terminal;
        if (used != null) {
            onLoop(loop, () -> {
                used.close();
                return null;
            });
            // Nobody keeps on after a hang-up.
            ended.join();
        }
        assertThat(budget.taken()).isZero();
        loop.close();
        input.close();
    }

    private Terminal run(String script) throws IOException {
        ShellProcess process = ShellProcess.spawn(
                Start.best(),
                List.of("/bin/bash", "-c", "exec <&1 2>&1; " + script),
                Map.of("PATH", "/usr/bin:/bin"),
                folder.toString(),
                new TerminalSize(30, 100),
                fifo);
        onLoop(loop, () -> {
            process.terminal()
                    .serve(
                            loop,
                            (bytes, length) -> {
                                synchronized (shown) {
                                    shown.write(bytes, 0, length);
                                    shown.notifyAll();
                                }
                            },
                            keys);
            process.watch(loop, ended::complete);
            return null;
        });
        terminal = process.terminal();
        return process.terminal();
    }

    private void type(Terminal terminal, String text) {
        onLoop(loop, () -> {
            keys.add(text.getBytes(StandardCharsets.UTF_8));
            terminal.flush();
            return null;
        });
    }

    private String shown() {
        synchronized (shown) {
            return shown.toString(StandardCharsets.UTF_8);
        }
    }

    private void awaitShown(String part) {
        synchronized (shown) {
            while (!shown().contains(part)) {
                try {
                    shown.wait();
                } catch (InterruptedException e) {
                    throw new IllegalStateException("interrupted after " + shown(), e);
                }
            }
        }
    }

    @Test
    void keysGoInAndEchoAndAnswersComeOut() throws IOException {
        Terminal terminal = run("read line; echo \"<$line>\"");
        type(terminal, "words é\r");
        assertThat(ended.join()).isEqualTo(new ProcessExit(0, null));
        assertThat(shown()).isEqualTo("words é\r\n<words é>\r\n");
    }

    @Test
    void aSecretIsSeenByItsEcho() throws IOException {
        Terminal terminal = run("read -p 'name: ' n; read -s -p 'word: ' w; read -p 'again: ' n");
        awaitShown("name: ");
        assertThat(onLoop(loop, terminal::isEchoing)).isTrue();
        type(terminal, "n\n");
        awaitShown("word: ");
        assertThat(onLoop(loop, terminal::isEchoing)).isFalse();
        type(terminal, "secret\n");
        awaitShown("again: ");
        assertThat(onLoop(loop, terminal::isEchoing)).isTrue();
        type(terminal, "\n");
        ended.join();
        assertThat(shown()).doesNotContain("secret");
    }

    @Test
    void aNewSizeIsToldByASignal() throws IOException {
        Terminal terminal = run("trap 'stty size; exit' WINCH; stty size; while :; do read -t 0.01; done");
        awaitShown("30 100");
        onLoop(loop, () -> {
            terminal.resize(new TerminalSize(50, 132));
            return null;
        });
        ended.join();
        assertThat(shown()).endsWith("50 132\r\n");
    }

    @Test
    void aProgramWhoseTerminalIsNotReadWaits() throws IOException {
        Terminal terminal = run("read; for i in {1..50000}; do echo $i; done");
        onLoop(loop, () -> {
            terminal.setReading(false);
            keys.add(new byte[] {'\n'});
            terminal.flush();
            return null;
        });
        assertThat(ended).isNotDone();
        assertThat(shown()).isEmpty();
        onLoop(loop, () -> {
            terminal.setReading(true);
            return null;
        });
        ended.join();
        assertThat(shown()).endsWith("49999\r\n50000\r\n");
    }

    @Test
    void whatIsTypedWaitsUpToABoundAndArrivesWhole() throws Exception {
        Terminal terminal = run("stty raw -echo; echo ready; head -c 300000 | md5sum; stty size");
        awaitShown("ready");
        byte[] much = "0123456789".repeat(30_000).getBytes(StandardCharsets.US_ASCII);
        onLoop(loop, () -> {
            keys.add(much);
            terminal.flush();
            return null;
        });
        ended.join();
        String sum = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(much));
        assertThat(shown()).isEqualTo("ready\n" + sum + "  -\n30 100\n");
    }

    @Test
    void whatDoesNotFitIsRefusedWhole() throws IOException {
        Terminal terminal = run("stty raw -echo; echo ready; exec sleep 1000");
        awaitShown("ready");
        byte[] much = new byte[100_000];
        assertThatThrownBy(() -> onLoop(loop, () -> {
                    for (int i = 0; i < 20; i++) {
                        keys.add(much);
                        terminal.flush();
                    }
                    return null;
                }))
                .hasRootCauseInstanceOf(RefusedException.class)
                .rootCause()
                .extracting(refused -> ((RefusedException) refused).code())
                .isEqualTo(RefusalCode.QUEUE_FULL);
    }
}
