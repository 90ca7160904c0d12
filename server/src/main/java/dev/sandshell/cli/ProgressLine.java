package dev.sandshell.cli;

import com.google.common.base.CharMatcher;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The line on a terminal that says which command has been running for how long, once that is over a second. It goes
 * before any output comes, and never comes where a line of output is still unfinished: it would take its place. Any
 * thread may call; where there is no terminal it does nothing but write.
 */
final class ProgressLine {
    /** Short enough for a terminal of 80 columns with the seconds behind it. */
    private static final int MAX_TITLE = 60;

    private static final byte[] ERASE = "\r\033[K".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream terminal;
    private final boolean isShown;
    private @Nullable ScheduledExecutorService timer;
    private String title = "";
    private long startNanos;
    private boolean isRunning;
    private boolean isDrawn;
    private boolean isAtLineStart = true;

    ProgressLine(OutputStream terminal, boolean isShown) {
        this.terminal = terminal;
        this.isShown = isShown;
    }

    /** A command begins. */
    synchronized void begin(String command) {
        if (!isShown) {
            return;
        }
        title = titleOf(command);
        startNanos = System.nanoTime();
        isRunning = true;
        if (timer == null) {
            timer = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread thread = new Thread(task, "progress-line");
                thread.setDaemon(true);
                return thread;
            });
            var unused = timer.scheduleAtFixedRate(this::draw, 1_000, 250, TimeUnit.MILLISECONDS);
        }
    }

    /** It has ended. */
    synchronized void end() throws IOException {
        isRunning = false;
        erase();
    }

    /** Writes output, in place of the line. */
    synchronized void write(OutputStream out, byte[] bytes) throws IOException {
        erase();
        out.write(bytes);
        if (bytes.length > 0) {
            isAtLineStart = bytes[bytes.length - 1] == '\n';
        }
    }

    private synchronized void draw() {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - startNanos);
        if (!isRunning || !isAtLineStart || seconds < 1) {
            return;
        }
        try {
            terminal.write(ERASE);
            terminal.write(("… " + title + " · " + seconds + " s").getBytes(StandardCharsets.UTF_8));
            isDrawn = true;
        } catch (IOException e) {
            // The terminal has gone; whoever writes output finds out.
            isRunning = false;
        }
    }

    private void erase() throws IOException {
        if (isDrawn) {
            isDrawn = false;
            terminal.write(ERASE);
        }
    }

    static String titleOf(String command) {
        String line = command.strip().lines().findFirst().orElse("");
        String plain = CharMatcher.javaIsoControl().replaceFrom(line, ' ');
        return plain.codePointCount(0, plain.length()) <= MAX_TITLE
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, MAX_TITLE - 1)) + "…";
    }
}
