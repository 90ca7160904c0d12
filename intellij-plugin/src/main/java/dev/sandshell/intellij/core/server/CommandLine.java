package dev.sandshell.intellij.core.server;

import dev.sandshell.intellij.core.concurrent.UiThreadGuard;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Runs a program to its end. */
final class CommandLine {
    /** How much of what it prints is taken, in bytes of each stream; a program that prints more is ended. */
    private static final int MOST = 16 << 20;

    private CommandLine() {}

    /** Waits for its end; where the thread is interrupted, the program is ended. */
    static Printed runToEnd(ProcessBuilder builder) throws IOException, InterruptedException {
        UiThreadGuard.mayWait();
        Process process = builder.start();
        FutureTask<String> output = read(process, process.getInputStream(), "stdout");
        FutureTask<String> errors = read(process, process.getErrorStream(), "stderr");
        try {
            process.getOutputStream().close();
            String text = output.get() + errors.get();
            return new Printed(text.strip(), process.waitFor());
        } catch (ExecutionException e) {
            throw new IOException("cannot read what a program prints", e.getCause());
        } finally {
            process.destroyForcibly();
        }
    }

    private static FutureTask<String> read(Process process, InputStream stream, String name) {
        FutureTask<String> reading = new FutureTask<>(() -> {
            byte[] bytes = stream.readNBytes(MOST);
            if (bytes.length == MOST) {
                process.destroyForcibly();
            }
            return new String(bytes, StandardCharsets.UTF_8);
        });
        Thread reader = new Thread(reading, "sandshell-command-" + name);
        reader.setDaemon(true);
        reader.start();
        return reading;
    }
}
