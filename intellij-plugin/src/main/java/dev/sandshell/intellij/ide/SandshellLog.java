package dev.sandshell.intellij.ide;

import com.intellij.openapi.diagnostic.Logger;
import dev.sandshell.intellij.core.server.ServerLog;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;

/** What happens to the server: in the IDE's log, and the last {@value #MOST} lines of it to be shown. Any thread may call. */
final class SandshellLog implements ServerLog {
    private static final int MOST = 2_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    private final Logger log = Logger.getInstance("#dev.sandshell");
    private final ArrayDeque<String> lines = new ArrayDeque<>();

    @Override
    public void info(String line) {
        log.info(line);
        keep("info", line);
    }

    /** Not as the IDE's warning, which asks its user to report it. */
    @Override
    public void warn(String line) {
        log.info(line);
        keep("warning", line);
    }

    @Override
    public void server(String line) {
        log.debug(line);
        keep("server", line);
    }

    /** The last lines, oldest first. */
    synchronized String text() {
        return lines.isEmpty() ? "Nothing has happened yet.\n" : String.join("\n", lines) + "\n";
    }

    private synchronized void keep(String kind, String line) {
        if (lines.size() == MOST) {
            lines.removeFirst();
        }
        lines.addLast(LocalTime.now(ZoneId.systemDefault()).format(TIME) + " " + kind + ": " + line);
    }
}
