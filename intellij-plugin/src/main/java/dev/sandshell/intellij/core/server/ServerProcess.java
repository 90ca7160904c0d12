package dev.sandshell.intellij.core.server;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.sandshell.intellij.core.concurrent.UiThreadGuard;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The server as a child process that speaks on its standard input and output. It also ends by itself when its input does,
 * and with the process that {@code initialize} names. Any thread may call. A thread of its own reads its log.
 */
public final class ServerProcess {
    /** What is kept of the log, for whoever has to explain why the server is gone. In characters. */
    private static final int KEPT_LOG = 100_000;

    /** How long it may take to end when it is told to; a shared one only says goodbye to its daemon. */
    private static final int GRACE_SECONDS = 5;

    private final Process process;
    private final CompletableFuture<ProcessEnd> ended = new CompletableFuture<>();
    private final Consumer<String> onLog;

    @GuardedBy("this")
    private final StringBuilder log = new StringBuilder();

    private ServerProcess(Process process, Consumer<String> onLog) {
        this.process = process;
        this.onLog = onLog;
    }

    /**
     * Starts it; fails where there is no such program.
     *
     * @param onLog gets each line that the server writes on its standard error, on the thread that reads it
     */
    public static ServerProcess start(ProcessBuilder command, Consumer<String> onLog) throws IOException {
        UiThreadGuard.mayWait();
        ServerProcess server = new ServerProcess(command.start(), onLog);
        Thread reader = new Thread(server::readLog, "sandshell-log");
        reader.setDaemon(true);
        reader.start();
        return server;
    }

    public long pid() {
        return process.pid();
    }

    public InputStream output() {
        return process.getInputStream();
    }

    public OutputStream input() {
        return process.getOutputStream();
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** The end of what it has written on its standard error so far. */
    public synchronized String log() {
        return log.toString();
    }

    /** When it has ended, and all that it logged has come. Completed on the thread that has read its log. */
    public CompletableFuture<ProcessEnd> ended() {
        return ended.copy();
    }

    /**
     * Ends its input, and with that the server; by force where that does not help. Waits until it has ended.
     *
     * @param goodbye what is to be said before, which a server that reads nothing may hold up
     */
    ProcessEnd end(Runnable goodbye) {
        UiThreadGuard.mayWait();
        CompletableFuture<?> unused = ended().orTimeout(GRACE_SECONDS, TimeUnit.SECONDS)
                .whenComplete((end, isLate) -> {
                    if (isLate != null) {
                        kill();
                    }
                });
        goodbye.run();
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It has ended already.
        }
        return ended.join();
    }

    /** By force: it cannot clear away what it has started, which its guardian then does. */
    public void kill() {
        process.destroyForcibly();
    }

    private void readLog() {
        UiThreadGuard.mayWait();
        try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                keep(line);
                onLog.accept(line);
            }
        } catch (IOException e) {
            // It ends with the process, at the latest.
        }
        ended.complete(new ProcessEnd(awaitExit()));
    }

    private int awaitExit() {
        UiThreadGuard.mayWait();
        for (; ; ) {
            try {
                return process.waitFor();
            } catch (InterruptedException e) {
                // Nobody interrupts a thread that nobody knows.
            }
        }
    }

    private synchronized void keep(String line) {
        log.append(line).append('\n');
        if (log.length() > KEPT_LOG) {
            log.delete(0, log.length() - KEPT_LOG);
        }
    }
}
