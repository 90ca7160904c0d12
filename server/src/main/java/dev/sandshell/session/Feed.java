package dev.sandshell.session;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One client of one session: what it is told, and how far it is. Confined to the session's scheduler.
 *
 * <p>It is told of events when they happen, unless it is <em>behind</em>: then it is told of them out of the log, in
 * their order, as fast as it takes them. Whoever is behind is saturated, and is brought on when it is not any more. What
 * the log has to forget before is told at once, so nothing is lost; answers wait for their place among the events.
 */
final class Feed {
    private static final long NOT_BEHIND = Long.MAX_VALUE;

    private record Answer(long afterSeq, Runnable send) {}

    private final String sessionId;
    private final SessionListener listener;
    private final @Nullable FlowWindow window;

    /** The commands that this client has called for and that are not closed: whether it is told of their events. */
    private final Map<String, Boolean> calls = new HashMap<>();

    private final ArrayDeque<Answer> answers = new ArrayDeque<>();
    private boolean isAttached;
    private @Nullable SessionView untoldChange;
    private long next = NOT_BEHIND;

    /** What has a lower number happened before this client asked to be told of it. */
    private long liveFrom;

    Feed(String sessionId, SessionListener listener) {
        this.sessionId = sessionId;
        this.listener = listener;
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

    /** Goes back to an event, or stays where it is if that is further back. */
    void goBackTo(long seq, long lastSeq) {
        if (seq <= lastSeq) {
            liveFrom = isBehind() ? Math.max(next, liveFrom) : lastSeq + 1;
            next = Math.min(next, seq);
        }
    }

    void detach() {
        isAttached = false;
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

    private boolean isCalledFor(@Nullable String execId) {
        return execId != null && calls.containsKey(execId);
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

    /** Something has happened. */
    void happened(SessionEvent event) {
        if (!isBehind()) {
            tell(event);
        }
    }

    /** Tells what the log is about to forget, if it still has to be told. */
    void lastLook(SessionEvent event) {
        if (isBehind() && next <= event.seq()) {
            advance(event);
        }
    }

    /** Where it goes on. */
    long nextSeq(EventLog log, long lastSeq) {
        if (isBehind()) {
            for (SessionEvent event : log.from(next)) {
                if (telling(event) != null) {
                    return event.seq();
                }
            }
        }
        return lastSeq + 1;
    }

    /** Tells what it takes of what it has not been told. */
    void catchUp(EventLog log) {
        if (isBehind()) {
            catchUpWith(log);
        }
        SessionView change = untoldChange;
        if (change != null) {
            changed(change);
        }
    }

    private void catchUpWith(EventLog log) {
        for (SessionEvent event : log.from(next)) {
            if (telling(event) != null && isSaturated()) {
                return;
            }
            advance(event);
        }
        arrive();
    }

    /** Tells all that it has not been told, whether it takes it or not. */
    void finish(EventLog log) {
        if (isBehind()) {
            log.from(next).forEach(this::advance);
            arrive();
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
        next = NOT_BEHIND;
        Answer due;
        while ((due = answers.poll()) != null) {
            due.send().run();
        }
    }

    private void advance(SessionEvent event) {
        tell(event);
        next = event.seq() + 1;
        Answer due;
        while ((due = answers.peek()) != null && due.afterSeq() < next) {
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
        return isTold == null ? null : isTold ? Telling.LIVE : Telling.FOR_ITS_CALL;
    }
}
