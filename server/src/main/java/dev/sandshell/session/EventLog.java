package dev.sandshell.session;

import dev.sandshell.policy.OverflowLimits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The last events of one session in their order, so that a client can read again, or later, what it has missed.
 *
 * <p>Confined to the session's scheduler. Holds at most {@code maxBytes} and {@code maxEvents}: bytes guard against a few
 * huge ones, the count against many tiny ones; {@link EventLogs} bounds all of them together. When full it forgets the
 * oldest event and remembers up to where, for each command and in all, so that a reader can tell a gap from silence.
 *
 * <p>Where it has a place beside memory, and somebody may still want them, the oldest events go there ({@link EventPages})
 * for clients to be told of; the output of a command is read from memory alone. All that is kept is without a hole.
 */
final class EventLog {
    private final long maxBytes;
    private final int maxEvents;
    private final EventLogs all;
    private final ArrayDeque<SessionEvent> events = new ArrayDeque<>();

    /** Of each command that can still be asked about. */
    private final Map<String, Long> outputForgottenUpTo = new HashMap<>();

    private final Overflow overflow;
    private @Nullable EventPages pages;
    private LogReaders readers = LogReaders.NONE;
    private long forgottenUpTo;
    private long bytes;

    EventLog(long maxBytes, int maxEvents, EventLogs all, Overflow overflow) {
        this.maxBytes = maxBytes;
        this.maxEvents = maxEvents;
        this.all = all;
        this.overflow = overflow;
    }

    /** Has clients of a session told out of it. */
    void readBy(String sessionId, LogReaders clients) {
        readers = clients;
        pages = overflow.open()
                .map(file -> new EventPages(file, overflow.limits(), all, sessionId, clients))
                .orElse(null);
    }

    /** Whether it keeps more than memory holds, so that a client may stay behind the others. */
    boolean overflows() {
        return pages != null;
    }

    /** Whether so much waits to be written beside memory that nothing more should be printed. */
    boolean isCongested() {
        return pages != null && pages.isCongested();
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
            makeRoom();
        }
    }

    /**
     * What is kept from a number on, oldest first: all of it, or a part that begins earlier, and after which one has to
     * ask again. Nothing where there is no more; null where it has to be loaded.
     */
    @Nullable
    List<SessionEvent> from(long seq) {
        return pages != null && pages.hasFrom(seq) ? pages.from(seq) : inMemoryFrom(seq);
    }

    /** Has a part from a number on read; what comes may also be nothing, then ask again. */
    void load(long seq, Consumer<List<SessionEvent>> then) {
        if (pages == null) {
            then.accept(inMemoryFrom(seq));
        } else {
            pages.load(seq, then);
        }
    }

    /** The number of the first event from another on that clients are told of, or the given one where there is none. */
    long firstToldFrom(long seq, long otherwise) {
        if (pages != null && pages.hasFrom(seq)) {
            return pages.firstFrom(seq);
        }
        for (SessionEvent event : events) {
            if (event.seq() >= seq && event.isTold()) {
                return event.seq();
            }
        }
        return otherwise;
    }

    /** What memory keeps from a number on, oldest first. */
    List<SessionEvent> inMemoryFrom(long seq) {
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
        return forgottenUpTo > seq || (pages != null && pages.forgottenUpTo() > seq);
    }

    /** Nobody will ask about this command any more. Its events stay in their place among the others. */
    void remove(String execId) {
        outputForgottenUpTo.remove(execId);
    }

    /** Forgets everything, for good. */
    void close() {
        if (pages != null) {
            pages.close();
        }
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

    /** Makes room in memory: what has to go goes to its place beside it, if it has one, or is forgotten. */
    void makeRoom() {
        if (pages != null && readers.mayComeBack()) {
            moveOut(pages);
            return;
        }
        if (pages != null) {
            pages.clear();
        }
        SessionEvent oldest = events.element();
        readers.lastLook(oldest);
        remove(oldest);
        if (oldest.isTold()) {
            forgottenUpTo = oldest.seq();
        }
    }

    private void moveOut(EventPages place) {
        OverflowLimits limits = overflow.limits();
        List<SessionEvent> moved = new ArrayList<>();
        long size = 0;
        while (!events.isEmpty() && size < limits.page() && moved.size() < limits.pageEvents()) {
            SessionEvent oldest = events.element();
            remove(oldest);
            if (oldest.isTold()) {
                moved.add(oldest);
                size += oldest.weight();
            }
        }
        if (!moved.isEmpty()) {
            place.add(moved);
        }
    }

    /** Takes the oldest out of memory. */
    private void remove(SessionEvent oldest) {
        events.remove();
        release(oldest);
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
