package dev.sandshell.session;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One client of one session: what it is told, and how far it is. Confined to the session's scheduler.
 *
 * <p>It is told of events when they happen, unless it is <em>behind</em>: then it is told of them out of the log, in
 * their order, as fast as it takes them; where a part of the log has to be read from beside memory, it goes on once that
 * has come, and holds none of it meanwhile. Answers wait for their place among the events.
 *
 * <p>Where the log overflows, it also falls behind when it is saturated, so no more than that waits for it in its lane; and
 * of what even the log has forgotten it misses the output. Elsewhere what the log has to forget is told before, at once.
 */
final class Feed {
    private static final long NOT_BEHIND = Long.MAX_VALUE;

    private record Answer(long afterSeq, Runnable send) {}

    private final String sessionId;
    private final SessionListener listener;
    private final @Nullable FlowWindow window;
    private final EventLog log;
    private final MissedEvents missed = new MissedEvents();

    /** The commands that this client has called for and that are not closed: whether it is told of their events. */
    private final Map<String, Boolean> calls = new HashMap<>();

    private final ArrayDeque<Answer> answers = new ArrayDeque<>();
    private boolean isAttached;
    private @Nullable SessionView untoldChange;
    private long next = NOT_BEHIND;
    private boolean isLoading;

    /** What has a lower number happened before this client asked to be told of it. */
    private long liveFrom;

    Feed(String sessionId, SessionListener listener, EventLog log) {
        this.sessionId = sessionId;
        this.listener = listener;
        this.log = log;
        window = listener.acknowledges() ? new FlowWindow() : null;
    }

    boolean isAttached() {
        return isAttached;
    }

    boolean isBehind() {
        return next != NOT_BEHIND;
    }

    /** Whether there is nothing to keep it for. */
    boolean isIdle() {
        return !isAttached && calls.isEmpty() && !isBehind() && (window == null || window.isSettled());
    }

    void attach() {
        isAttached = true;
    }

    /** Tells what memory has of what was before an event that it may go back to. */
    void recall(long seq) {
        for (SessionEvent event : log.inMemoryFrom(0)) {
            if (event.seq() < Math.min(seq, next) && event.isTold()) {
                event.tell(listener, Telling.BEFORE);
            }
        }
    }

    /** Goes back to an event, or stays where it is if that is further back. */
    void goBackTo(long seq, long lastSeq) {
        if (seq <= lastSeq) {
            liveFrom = isBehind() ? Math.max(next, liveFrom) : lastSeq + 1;
            next = Math.min(next, seq);
        }
    }

    void detach() {
        if (isAttached) {
            isAttached = false;
            listener.detached(sessionId);
        }
        untoldChange = null;
        calls.replaceAll((execId, isTold) -> false);
        if (window != null) {
            // Its commands go on; who does not want their output is not asked to acknowledge what was sent before.
            window.settle();
        }
    }

    /** The client has gone. Whoever has given it an answer learns that nothing more is kept for it. */
    void leave() {
        arrive();
    }

    void call(String execId) {
        calls.put(execId, true);
    }

    void forget(String execId) {
        calls.remove(execId);
    }

    void acknowledge(long bytes) {
        if (window != null) {
            window.acknowledge(bytes);
        }
    }

    boolean isSaturated() {
        return (window != null && window.isExhausted()) || listener.isSaturated(sessionId);
    }

    /** Whether what it prints comes here. */
    boolean takes(OutputSource source) {
        return source.isTold() && (isAttached || isCalledFor(source.execId()));
    }

    /** The same, unless the client has detached and what it gets is nothing or a part. */
    boolean isTold(OutputSource source) {
        return source.isTold() && (isAttached || Boolean.TRUE.equals(calls.get(source.execId())));
    }

    /** Whether this client has called for a command that is not closed. */
    boolean isCalledFor(@Nullable String execId) {
        return execId != null && calls.containsKey(execId);
    }

    /** Whether it takes no more at the moment. */
    boolean isHeldUp() {
        return isSaturated() || isBehind();
    }

    /** How many of its answers wait for their place. */
    int untoldAnswers() {
        return answers.size();
    }

    /** Whether so much waits for this client already that nothing more should be begun for it. */
    boolean isFull() {
        return !answers.isEmpty() || listener.isSaturated(sessionId);
    }

    /** The session is another now. A client that does not read is told of the last change only, once it does. */
    void changed(SessionView session) {
        if (!isAttached) {
            return;
        }
        if (listener.isSaturated(sessionId)) {
            untoldChange = session;
        } else {
            untoldChange = null;
            listener.changed(session);
        }
    }

    /** Something is about to happen: whoever takes no more is told of it later. */
    void happens(long seq) {
        if (log.overflows() && !isBehind() && isSaturated()) {
            next = seq;
        }
    }

    /** Something has happened. */
    void happened(SessionEvent event) {
        if (!isBehind()) {
            tell(event);
        }
    }

    /** Whether it still has to be told of an event with this number or a lower one. */
    boolean needs(long seq) {
        return isBehind() && next <= seq;
    }

    /** The log is about to forget something. */
    void lastLook(SessionEvent event) {
        if (!needs(event.seq())) {
            return;
        }
        if (log.overflows()) {
            if (telling(event) != null) {
                missed.add(event, this::isCalledFor);
            }
            next = event.seq() + 1;
        } else {
            advance(event);
        }
    }

    /** Where it goes on. */
    long nextSeq(long lastSeq) {
        if (!isBehind()) {
            return lastSeq + 1;
        }
        return missed.firstSeq().orElseGet(() -> log.firstToldFrom(next, lastSeq + 1));
    }

    /** Tells what it takes of what it has not been told. */
    void catchUp() {
        boolean canGoOn = missed.isEmpty() || !isSaturated();
        while (canGoOn && isBehind() && !isLoading) {
            tellWhatWasMissed();
            List<SessionEvent> events = log.from(next);
            if (events == null) {
                canGoOn = !isSaturated() && load();
            } else if (events.isEmpty()) {
                arrive();
            } else {
                canGoOn = tellAll(events);
            }
        }
        SessionView change = untoldChange;
        if (change != null) {
            changed(change);
        }
    }

    private boolean load() {
        long from = next;
        isLoading = true;
        log.load(from, events -> {
            isLoading = false;
            // It may have gone back, or have gone, meanwhile.
            if (next == from && missed.isEmpty()) {
                tellAll(events);
            }
        });
        return true;
    }

    /** Whether it has taken all of them. */
    private boolean tellAll(List<SessionEvent> events) {
        for (SessionEvent event : events) {
            if (event.seq() >= next) {
                if (telling(event) != null && isSaturated()) {
                    return false;
                }
                advance(event);
            }
        }
        return true;
    }

    private void tellWhatWasMissed() {
        if (!missed.isEmpty()) {
            for (SessionEvent event : missed.take()) {
                answerBefore(event.seq());
                tell(event);
            }
        }
        answerBefore(next);
    }

    /** Tells all that memory has of what it has not been told, and the last change, whether it takes it or not. */
    void finish() {
        if (isBehind()) {
            tellWhatWasMissed();
            log.inMemoryFrom(next).forEach(this::advance);
            arrive();
        }
        if (isAttached && untoldChange != null) {
            // The session's end: nobody asks for it again.
            listener.changed(untoldChange);
            untoldChange = null;
        }
        if (isAttached) {
            listener.detached(sessionId);
        }
    }

    /** Sends an answer once all that has happened is told. */
    void answer(long lastSeq, Runnable send) {
        if (isBehind()) {
            answers.add(new Answer(lastSeq, send));
        } else {
            send.run();
        }
    }

    private void arrive() {
        answerBefore(NOT_BEHIND);
        next = NOT_BEHIND;
    }

    private void advance(SessionEvent event) {
        tell(event);
        next = event.seq() + 1;
        answerBefore(next);
    }

    /** Sends the answers whose place is before a number. */
    private void answerBefore(long seq) {
        Answer due;
        while ((due = answers.peek()) != null && due.afterSeq() < seq) {
            answers.remove();
            due.send().run();
        }
    }

    private void tell(SessionEvent event) {
        Telling telling = telling(event);
        if (telling != null) {
            int sent = event.tell(listener, telling);
            if (window != null) {
                window.spend(sent);
            }
        }
        if (event instanceof SessionEvent.Closed closed && telling != Telling.AGAIN) {
            calls.remove(closed.execId());
        }
    }

    private @Nullable Telling telling(SessionEvent event) {
        if (!event.isTold()) {
            return null;
        }
        if (event.seq() < liveFrom) {
            return isAttached ? Telling.AGAIN : null;
        }
        if (isAttached) {
            return Telling.LIVE;
        }
        String execId = event.execId();
        Boolean isTold = execId == null ? null : calls.get(execId);
        return isTold == null ? null : isTold ? Telling.TO_ITS_CALLER : Telling.FOR_ITS_CALL;
    }
}
