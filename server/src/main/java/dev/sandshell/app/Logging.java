package dev.sandshell.app;

import java.io.IOException;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/** Where log lines go: to stderr, or to a file; one line each, warnings and worse on stderr. */
final class Logging {
    private Logging() {}

    static void configure(@Nullable String file) throws IOException {
        if (System.getProperty("java.util.logging.SimpleFormatter.format") == null) {
            System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %3$s: %5$s%6$s%n");
        }
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        Handler handler = file == null ? new ConsoleHandler() : new FileHandler(file, true);
        handler.setFormatter(new SimpleFormatter());
        handler.setLevel(file == null ? Level.WARNING : Level.FINE);
        root.addHandler(handler);
        root.setLevel(Level.INFO);
    }
}
