package dev.sandshell.session;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;

/**
 * Who is told what happens in a session, in which order, and which commands have to wait for that. Confined to the
 * session's scheduler.
 *
 * <p>Events are numbered from 1 without a gap and kept in the log. Every attached client is told of each, and whoever has
 * called for a command of what becomes of it. A command waits while one client to whom its output goes is saturated.
 */
final class Attachments {
    private final String sessionId;
    private final EventLog log;
    private final Map<SessionListener, Feed> feeds = new LinkedHashMap<>();
    private final Set<OutputSource> heldBack = new LinkedHashSet<>();
    private long lastSeq;

    Attachments(String sessionId, EventLog log) {
        this.sessionId = sessionId;
        this.log = log;
        log.beforeForgetting(forgotten -> feeds.values().forEach(feed -> feed.lastLook(forgotten)));
    }

    /** How many clients are attached. */
    int count() {
        int attached = 0;
        for (Feed feed : feeds.values()) {
            attached += feed.isAttached() ? 1 : 0;
        }
        return attached;
    }

    /** Attaches a client; what it has to be told again it is told by {@link #drained}. */
    Replay attach(SessionListener listener, OptionalLong afterSeq) {
        Feed feed = feedOf(listener);
        feed.attach();
        if (afterSeq.isEmpty()) {
            return new Replay(feed.nextSeq(log, lastSeq), false);
        }
        long after = afterSeq.getAsLong();
        if (after < lastSeq) {
            feed.goBackTo(after + 1, lastSeq);
        }
        return new Replay(feed.nextSeq(log, lastSeq), log.hasForgottenAfter(after));
    }

    /** The client is told no more, but for what its own calls have asked for. Twice is harmless. */
    void detach(SessionListener listener) {
        Feed feed = feeds.get(listener);
        if (feed != null) {
            feed.detach();
            drained();
        }
    }

    /** The client is gone. */
    void leave(SessionListener listener) {
        Feed feed = feeds.remove(listener);
        if (feed != null) {
            feed.leave();
            drained();
        }
    }

    /** The client has called for a command. */
    void call(SessionListener listener, String execId) {
        feedOf(listener).call(execId);
    }

    void acknowledge(SessionListener listener, long bytes) {
        Feed feed = feeds.get(listener);
        if (feed != null) {
            feed.acknowledge(bytes);
            drained();
        }
    }

    private Feed feedOf(SessionListener listener) {
        return feeds.computeIfAbsent(listener, fresh -> new Feed(sessionId, fresh));
    }

    /** The same outcome, once the client has been told of all that happened before it. */
    <T> CompletableFuture<T> inOrder(SessionListener listener, CompletableFuture<T> outcome) {
        CompletableFuture<T> told = new CompletableFuture<>();
        CompletableFuture<T> unused = outcome.whenComplete((value, failure) -> {
            Runnable send = () -> {
                if (failure == null) {
                    told.complete(value);
                } else {
                    told.completeExceptionally(failure);
                }
            };
            Feed feed = feeds.get(listener);
            if (feed == null) {
                send.run();
            } else {
                feed.answer(lastSeq, send);
            }
        });
        return told;
    }

    void changed(SessionView session) {
        feeds.values().forEach(feed -> feed.changed(session));
    }

    long nextSeq() {
        return ++lastSeq;
    }

    /** Makes an event with the next number, which is answered, keeps it and tells it. */
    long publish(LongFunction<SessionEvent> event) {
        long seq = nextSeq();
        publish(event.apply(seq));
        return seq;
    }

    /** Keeps an event and tells it; its number is the last that was taken. */
    void publish(SessionEvent event) {
        Collection<Feed> all = feeds.values();
        log.append(event);
        all.forEach(feed -> feed.happened(event));
        if (event instanceof SessionEvent.Closed) {
            all.removeIf(Feed::isIdle);
        }
    }

    /** A client has room again. */
    void drained() {
        for (Feed feed : feeds.values()) {
            feed.catchUp(log);
        }
        feeds.values().removeIf(Feed::isIdle);
        for (Iterator<OutputSource> waiting = heldBack.iterator(); waiting.hasNext(); ) {
            OutputSource source = waiting.next();
            if (!isSaturatedFor(source)) {
                waiting.remove();
                source.gate().setReading(true);
            }
        }
    }

    /** Whether so much waits for a client already that no command should be begun. */
    boolean isFull() {
        for (Feed feed : feeds.values()) {
            if (feed.isFull()) {
                return true;
            }
        }
        return false;
    }

    /** Has something wait whose output one client cannot take at the moment. */
    void holdBackIfSaturated(OutputSource source) {
        if (isSaturatedFor(source) && heldBack.add(source)) {
            source.gate().setReading(false);
        }
    }

    private boolean isSaturatedFor(OutputSource source) {
        for (Feed feed : feeds.values()) {
            if (feed.takes(source) && feed.isSaturated()) {
                return true;
            }
        }
        return false;
    }

    /** Nothing of this command can come any more. */
    void release(OutputSource source) {
        heldBack.remove(source);
    }

    /** A command that never began is gone. */
    void forget(Exec exec) {
        feeds.values().forEach(feed -> feed.forget(exec.request().execId()));
        feeds.values().removeIf(Feed::isIdle);
    }

    /** The session is over: whoever is behind is told the rest. */
    void end() {
        feeds.values().forEach(feed -> feed.finish(log));
        heldBack.clear();
    }
}
