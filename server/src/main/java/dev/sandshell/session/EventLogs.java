package dev.sandshell.session;

import dev.sandshell.concurrent.ByteBudget;
import dev.sandshell.policy.MemoryLimits;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The logs of all sessions, and the bytes that they may hold together: where these are used up, the largest log forgets
 * first, so that a session that is silent keeps what little it has. Confined to the scheduler.
 */
final class EventLogs {
    /** What an event takes beside its text: some objects and their places. */
    static final int EVENT = 200;

    private final MemoryLimits limits;
    private final ByteBudget budget;

    /** Those that have held something and are not closed; a session that could not be made has left none here. */
    private final Set<EventLog> logs = new LinkedHashSet<>();

    EventLogs(MemoryLimits limits) {
        this.limits = limits;
        budget = new ByteBudget(limits.logs(), this::forgetOldestOfLargest);
    }

    EventLog open() {
        return new EventLog(limits.logPerSession(), limits.logEvents(), this);
    }

    void remove(EventLog log) {
        logs.remove(log);
    }

    void hold(EventLog log, long weight) {
        logs.add(log);
        budget.take(EVENT + weight);
    }

    void release(long weight) {
        budget.giveBack(EVENT + weight);
    }

    int size() {
        return logs.size();
    }

    private boolean forgetOldestOfLargest() {
        EventLog largest = null;
        long most = 0;
        for (EventLog log : logs) {
            long held = log.bytes() + (long) EVENT * log.size();
            if (held > most) {
                most = held;
                largest = log;
            }
        }
        if (largest == null) {
            return false;
        }
        largest.forgetOldest();
        return true;
    }
}
