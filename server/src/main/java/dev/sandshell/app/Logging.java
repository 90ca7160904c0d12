package dev.sandshell.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import org.jspecify.annotations.Nullable;

/**
 * Where log lines go: warnings and worse to stderr, or everything to a file; one line each. Called on the main thread.
 */
public final class Logging {
    /**
     * Stands in for the JDK's own configuration, which would read a file and make handlers that we then throw away. The
     * log manager makes one of these, by name.
     */
    public static final class Nothing {}

    /** Passes each line on at once and whole, so that several servers may append to one file. */
    private static final class LineHandler extends StreamHandler {
        LineHandler(OutputStream out) throws IOException {
            super(out, new LogLine());
            setEncoding("UTF-8");
        }

        @Override
        public synchronized void publish(LogRecord entry) {
            super.publish(entry);
            flush();
        }

        /** The stream stays open: others may write there too. */
        @Override
        public synchronized void close() {
            flush();
        }
    }

    /** Ours. Held here, since the log manager forgets who nobody holds, and the level with it. */
    private static final Logger OURS = Logger.getLogger("dev.sandshell");

    private Logging() {}

    static void configure(@Nullable String file) throws IOException {
        configure(file == null ? System.err : open(file), file == null ? Level.WARNING : Level.FINE);
    }

    /** The same for warnings and worse, to a stream. */
    static void configureTo(OutputStream out) throws IOException {
        configure(out, Level.WARNING);
    }

    private static void configure(OutputStream out, Level level) throws IOException {
        if (System.getProperty("java.util.logging.config.file") == null) {
            System.setProperty("java.util.logging.config.class", Nothing.class.getName());
        }
        Logger root = LogManager.getLogManager().getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        Handler handler = new LineHandler(out);
        handler.setLevel(level);
        root.addHandler(handler);
        root.setLevel(Level.INFO);
        OURS.setLevel(Level.FINE);
    }

    private static OutputStream open(String file) throws IOException {
        try {
            return Files.newOutputStream(Path.of(file), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException | InvalidPathException e) {
            throw new IOException("--log-file " + file + " cannot be written to: " + e, e);
        }
    }
}
