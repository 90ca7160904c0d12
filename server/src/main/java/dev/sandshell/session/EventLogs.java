package dev.sandshell.session;

import dev.sandshell.concurrent.ByteBudget;
import dev.sandshell.policy.MemoryLimits;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The logs of all sessions, and the bytes that they may hold together: where these are used up, the largest log forgets
 * first, so that a session that is silent keeps what little it has. What waits to be written beside memory is counted apart.
 * Confined to the scheduler.
 */
final class EventLogs {
    /** What an event takes beside its text: some objects and their places. */
    static final int EVENT = 200;

    private final MemoryLimits limits;
    private final Overflow overflow;
    private final ByteBudget budget;

    /** What waits to be written beside memory, of all logs. */
    private long waiting;

    /** Those that have held something and are not closed; a session that could not be made has left none here. */
    private final Set<EventLog> logs = new LinkedHashSet<>();

    EventLogs(MemoryLimits limits, Overflow overflow) {
        this.limits = limits;
        this.overflow = overflow;
        budget = new ByteBudget(limits.logs(), this::makeRoomInLargest);
    }

    EventLog open() {
        return new EventLog(limits.logPerSession(), limits.logEvents(), this, overflow);
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

    /** So much waits to be written. */
    void waits(long bytes) {
        waiting += bytes;
    }

    /** So much of that does not any more. */
    void waitsNoMore(long bytes) {
        waiting -= bytes;
    }

    boolean isWaitingForMuch() {
        return waiting >= overflow.limits().allWaiting();
    }

    int size() {
        return logs.size();
    }

    private boolean makeRoomInLargest() {
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
        largest.makeRoom();
        return true;
    }
}
