package dev.sandshell.cli;

import dev.sandshell.protocol.ExecOutputNotification;
import dev.sandshell.protocol.ExecStartedNotification;
import dev.sandshell.protocol.SandboxClient;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/**
 * Writes what commands write, to our own streams. The server's messages come on the thread that reads them: while one of
 * our streams takes nothing, that thread waits, the server's queue fills, and in the end the command waits too. Any
 * thread may ask.
 *
 * <p>A person at this terminal sees what asks for input; in a pipe there is nobody to ask.
 */
final class CommandOutput implements SandboxClient {
    private record Expected(String execId, CompletableFuture<Void> started) {}

    private final OutputStream stdout;
    private final OutputStream stderr;
    private final ProgressLine progress;
    private final CompletableFuture<Void> broken = new CompletableFuture<>();
    private volatile Expected expected = new Expected("", new CompletableFuture<>());

    CommandOutput(OutputStream stdout, OutputStream stderr, ProgressLine progress) {
        this.stdout = stdout;
        this.stderr = stderr;
        this.progress = progress;
    }

    /** Completes when one of our streams has no reader any more. */
    CompletableFuture<Void> broken() {
        return broken;
    }

    /** Completes when the command that has begun last really runs, and not just waits for the shell. */
    CompletableFuture<Void> started() {
        return expected.started();
    }

    /** A line of our own on standard output. */
    void print(String line) {
        write(stdout, (line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void begin(String execId, String command) {
        expected = new Expected(execId, new CompletableFuture<>());
        progress.begin(command);
    }

    void end() {
        try {
            progress.end();
        } catch (IOException e) {
            broken.complete(null);
        }
    }

    private void write(OutputStream out, byte[] bytes) {
        if (broken.isDone()) {
            return;
        }
        try {
            progress.write(out, bytes);
        } catch (IOException e) {
            broken.complete(null);
        }
    }

    @Override
    public void execStarted(ExecStartedNotification params) {
        Expected awaited = expected;
        if (awaited.execId().equals(params.execId())) {
            awaited.started().complete(null);
        }
    }

    /** Standard output is what commands have written there and nothing else, so the terminal's goes to standard error. */
    @Override
    public void execOutput(ExecOutputNotification params) {
        write(params.stream().equals("stdout") ? stdout : stderr, params.bytes());
    }
}
