package dev.sandshell.shell;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.sandshell.posix.ProcessTable;
import dev.sandshell.posix.ProcessTable.Entry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Pictures of all processes and of the files that they hold. Any thread may call, but taking one reads a file a process, so
 * it belongs on a worker.
 *
 * <p>One picture serves everybody who asked before it was begun: where hundreds of sessions end together, the table is
 * read a few times and not a few times for each.
 */
final class ProcessSurvey {
    /** A moment's picture; the files of a process are looked up when they are asked for first. Any thread may ask. */
    static final class Picture {
        private final long beganNanos = System.nanoTime();
        private final List<Entry> entries = ProcessTable.all();
        private final Map<Integer, Set<String>> openFiles = new ConcurrentHashMap<>();

        private Picture() {}

        List<Entry> entries() {
            return entries;
        }

        Set<String> openFiles(int pid) {
            return openFiles.computeIfAbsent(pid, ProcessTable::openFiles);
        }
    }

    private final Object lock = new Object();

    @GuardedBy("lock")
    private @Nullable Picture last;

    /** A picture that was begun after the call. */
    Picture takeNow() {
        long asked = System.nanoTime();
        synchronized (lock) {
            Picture known = last;
            if (known == null || known.beganNanos - asked < 0) {
                known = new Picture();
                last = known;
            }
            return known;
        }
    }
}
