package dev.sandshell.shell;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Since when each session is there. A program that has detached itself from everything still cannot be older than its
 * session, so where it began when only one session was there, it is that one's. Changed on the event loop; any thread may
 * ask.
 *
 * <p>A session that has ended and has left nothing is forgotten. One that may have left something, since that could have
 * been another's too, is remembered for its beginning: from then on nothing is certain, until no orphan is left.
 */
final class SessionSpans {
    private final Map<String, Long> begins = new ConcurrentHashMap<>();
    private volatile long uncertainSince = Long.MAX_VALUE;

    void begin(String session, long ticks) {
        begins.put(session, ticks);
    }

    void end(String session, boolean mayHaveLeftOrphans) {
        Long begin = begins.get(session);
        if (begin != null && mayHaveLeftOrphans) {
            uncertainSince = Math.min(uncertainSince, begin);
        }
        begins.remove(session);
    }

    /** No session that has ended has left anything. */
    void noneLeft() {
        uncertainSince = Long.MAX_VALUE;
    }

    /** Whether what began then was there before this session, and so has not come from it. */
    boolean isBefore(String session, long ticks) {
        Long begin = begins.get(session);
        return begin != null && ticks < begin;
    }

    /** Whether what began then can only have come from this session; a tick is long, so at its edges nothing is certain. */
    boolean isOnlyOneAt(String session, long ticks) {
        Long begin = begins.get(session);
        if (begin == null || ticks < begin || ticks >= uncertainSince) {
            return false;
        }
        for (Map.Entry<String, Long> other : begins.entrySet()) {
            if (!other.getKey().equals(session) && other.getValue() <= ticks) {
                return false;
            }
        }
        return true;
    }
}
