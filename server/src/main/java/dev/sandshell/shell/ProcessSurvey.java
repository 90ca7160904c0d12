package dev.sandshell.shell;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.sandshell.posix.ProcessTable;
import dev.sandshell.posix.ProcessTable.Entry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Pictures of all processes and of the files that they hold. Any thread may call, but taking one reads a file and a folder
 * a process, so it belongs on a worker.
 *
 * <p>One picture serves everybody who asked before it was begun: where hundreds of sessions end together, the table is
 * read a few times and not a few times for each.
 */
final class ProcessSurvey {
    /** A moment's picture. */
    record Picture(long beganNanos, List<Entry> entries, Map<Integer, Set<String>> openFiles) {}

    private final Object lock = new Object();

    @GuardedBy("lock")
    private @Nullable Picture last;

    /** A picture that was begun after the call. */
    Picture takeNow() {
        long asked = System.nanoTime();
        synchronized (lock) {
            Picture known = last;
            if (known == null || known.beganNanos() - asked < 0) {
                known = take();
                last = known;
            }
            return known;
        }
    }

    private static Picture take() {
        long began = System.nanoTime();
        List<Entry> entries = ProcessTable.all();
        Map<Integer, Set<String>> openFiles = new HashMap<>();
        for (Entry entry : entries) {
            openFiles.put(entry.pid(), ProcessTable.openFiles(entry.pid()));
        }
        return new Picture(began, entries, openFiles);
    }
}
