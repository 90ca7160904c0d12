package dev.sandshell.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The last events of one session in their order, so that a client can read again, or later, what it has missed.
 *
 * <p>Confined to the session's scheduler. Holds at most {@code maxBytes} and {@code maxEvents}: bytes guard against a few
 * huge ones, the count against many tiny ones; {@link EventLogs} bounds all of them together. When full it forgets the
 * oldest event and remembers up to where, for each command and in all, so that a reader can tell a gap from silence.
 */
final class EventLog {
    private final long maxBytes;
    private final int maxEvents;
    private final EventLogs all;
    private final ArrayDeque<SessionEvent> events = new ArrayDeque<>();

    /** Of each command that can still be asked about. */
    private final Map<String, Long> outputForgottenUpTo = new HashMap<>();

    private Consumer<SessionEvent> lastLook = forgotten -> {};
    private long forgottenUpTo;
    private long bytes;

    EventLog(long maxBytes, int maxEvents, EventLogs all) {
        this.maxBytes = maxBytes;
        this.maxEvents = maxEvents;
        this.all = all;
    }

    /** Has each event that has to go shown to somebody before; it may be the one that comes. */
    void beforeForgetting(Consumer<SessionEvent> look) {
        lastLook = look;
    }

    /** Takes an event in. */
    void append(SessionEvent event) {
        events.add(event);
        bytes += event.weight();
        String execId = event.execId();
        if (execId != null) {
            outputForgottenUpTo.putIfAbsent(execId, 0L);
        }
        all.hold(this, event.weight());
        while (bytes > maxBytes || events.size() > maxEvents) {
            forgetOldest();
        }
    }

    /** All that is kept from a number on, oldest first. */
    List<SessionEvent> from(long seq) {
        List<SessionEvent> found = new ArrayList<>();
        for (SessionEvent event : events) {
            if (event.seq() >= seq) {
                found.add(event);
            }
        }
        return found;
    }

    /** The output of one command after a number, oldest first. */
    List<OutputChunk> outputAfter(String execId, long seq) {
        List<OutputChunk> found = new ArrayList<>();
        for (SessionEvent event : events) {
            if (event.seq() > seq && event instanceof SessionEvent.Output output && execId.equals(output.execId())) {
                found.add(output.chunk());
            }
        }
        return found;
    }

    /** Whether output of this command after the number is gone. */
    boolean hasForgottenOutputAfter(String execId, long seq) {
        return outputForgottenUpTo.getOrDefault(execId, 0L) > seq;
    }

    /** Whether anything after the number is gone that clients are told of. */
    boolean hasForgottenAfter(long seq) {
        return forgottenUpTo > seq;
    }

    /** Nobody will ask about this command any more. Its events stay in their place among the others. */
    void remove(String execId) {
        outputForgottenUpTo.remove(execId);
    }

    /** Forgets everything, for good. */
    void close() {
        all.remove(this);
        while (!events.isEmpty()) {
            release(events.remove());
        }
        outputForgottenUpTo.clear();
    }

    long bytes() {
        return bytes;
    }

    int size() {
        return events.size();
    }

    void forgetOldest() {
        SessionEvent oldest = events.element();
        lastLook.accept(oldest);
        events.remove();
        release(oldest);
        if (oldest.isTold()) {
            forgottenUpTo = oldest.seq();
        }
        String execId = oldest.execId();
        if (oldest instanceof SessionEvent.Output && execId != null) {
            outputForgottenUpTo.computeIfPresent(execId, (same, before) -> oldest.seq());
        }
    }

    private void release(SessionEvent event) {
        bytes -= event.weight();
        all.release(event.weight());
    }
}
