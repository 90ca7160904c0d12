package dev.sandshell.app;

import java.io.IOException;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import org.jspecify.annotations.Nullable;

/** Where log lines go: to stderr, or to a file; one line each, warnings and worse on stderr. Called on the main thread. */
public final class Logging {
    /**
     * Stands in for the JDK's own configuration, which would read a file and make handlers that we then throw away. The
     * log manager makes one of these, by name.
     */
    public static final class Nothing {}

    /** As {@code java.util.logging.ConsoleHandler}, whose making loads the JDK's formatter. */
    private static final class StderrHandler extends StreamHandler {
        StderrHandler() {
            super(System.err, new LogLine());
        }

        @Override
        public synchronized void publish(LogRecord entry) {
            super.publish(entry);
            flush();
        }

        /** What stays open: others write there too. */
        @Override
        public synchronized void close() {
            flush();
        }
    }

    private Logging() {}

    static void configure(@Nullable String file) throws IOException {
        if (System.getProperty("java.util.logging.config.file") == null) {
            System.setProperty("java.util.logging.config.class", Nothing.class.getName());
        }
        Logger root = LogManager.getLogManager().getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        Handler handler = file == null ? new StderrHandler() : new FileHandler(file, true);
        handler.setFormatter(new LogLine());
        handler.setLevel(file == null ? Level.WARNING : Level.FINE);
        root.addHandler(handler);
        root.setLevel(Level.INFO);
    }
}
