package dev.sandshell.session;

import com.google.common.collect.ImmutableList;
import dev.sandshell.policy.Limits;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The commands of one session that can still be asked about: all that are not closed, and the last
 * {@code limits.finishedExecs()} that are. What those hold of their output is bounded by
 * {@code limits.logBytesPerSession()}; the oldest let go first, and their results say that they are truncated. Confined to the session's scheduler.
 */
final class ExecRecords {
    private final Map<String, Exec> byId = new LinkedHashMap<>();
    private final ArrayDeque<Exec> finished = new ArrayDeque<>();
    private final EventLog log;
    private final int maxFinished;
    private final long maxRetained;
    private final ArrayDeque<Exec> retained = new ArrayDeque<>();
    private long retainedBytes;

    ExecRecords(Limits limits, EventLog log) {
        this.log = log;
        maxFinished = limits.finishedExecs();
        maxRetained = limits.logBytesPerSession();
    }

    boolean contains(String execId) {
        return byId.containsKey(execId);
    }

    Optional<Exec> find(String execId) {
        return Optional.ofNullable(byId.get(execId));
    }

    ImmutableList<Exec> all() {
        return ImmutableList.copyOf(byId.values());
    }

    void add(Exec exec) {
        byId.put(exec.request().execId(), exec);
    }

    void remove(Exec exec) {
        byId.remove(exec.request().execId());
    }

    void closed(Exec exec) {
        finished.add(exec);
        if (exec.retainedBytes() > 0) {
            retained.add(exec);
            retainedBytes += exec.retainedBytes();
        }
        while (retainedBytes > maxRetained && !retained.isEmpty()) {
            releaseOldest();
        }
        while (finished.size() > maxFinished) {
            Exec oldest = finished.remove();
            if (oldest == retained.peek()) {
                releaseOldest();
            }
            byId.remove(oldest.request().execId());
            log.remove(oldest.request().execId());
        }
    }

    private void releaseOldest() {
        Exec oldest = retained.remove();
        retainedBytes -= oldest.retainedBytes();
        oldest.releaseOutput();
    }

    void clear() {
        retained.clear();
        retainedBytes = 0;
        byId.clear();
        finished.clear();
    }
}
