package dev.sandshell.session;

import dev.sandshell.policy.RefusalCode;
import dev.sandshell.policy.RefusedException;
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
 * called for a command of what becomes of it. A command waits while one client to whom its output goes is saturated; where
 * the log overflows, while all of them are behind or saturated, so the fastest sets the pace and the others catch up.
 */
final class Attachments implements LogReaders {
    private final String sessionId;
    private final EventLog log;
    private final Runnable whenMoved;
    private final Map<SessionListener, Feed> feeds = new LinkedHashMap<>();
    private final Set<OutputSource> heldBack = new LinkedHashSet<>();
    private long lastSeq;

    /** How many clients have been attached and are not any more, but for as many as have attached again with a number. */
    private long away;

    /**
     * @param whenMoved calls {@link #drained}, and lets the session go on
     */
    Attachments(String sessionId, EventLog log, Runnable whenMoved) {
        this.sessionId = sessionId;
        this.log = log;
        this.whenMoved = whenMoved;
        log.readBy(sessionId, this);
    }

    /** How many clients are attached. */
    int count() {
        int attached = 0;
        for (Feed feed : feeds.values()) {
            attached += feed.isAttached() ? 1 : 0;
        }
        return attached;
    }

    boolean isAttached(SessionListener listener) {
        Feed feed = feeds.get(listener);
        return feed != null && feed.isAttached();
    }

    /** Attaches a client; what it has to be told again it is told by {@link #drained}. */
    Replay attach(SessionListener listener, OptionalLong afterSeq) {
        Feed feed = feedOf(listener);
        boolean wasAttached = feed.isAttached();
        feed.attach();
        if (afterSeq.isEmpty()) {
            return new Replay(feed.nextSeq(lastSeq), false);
        }
        if (!wasAttached && away > 0) {
            away--;
        }
        // A number that there has not been yet is one of another session of this name, of which nothing is left.
        boolean isStrange = afterSeq.getAsLong() > lastSeq;
        long after = isStrange ? 0 : afterSeq.getAsLong();
        feed.recall(after + 1);
        feed.goBackTo(after + 1, lastSeq);
        return new Replay(feed.nextSeq(lastSeq), isStrange || log.hasForgottenAfter(after));
    }

    /** The client is told no more, but for what its own calls have asked for. Twice is harmless. */
    void detach(SessionListener listener) {
        Feed feed = feeds.get(listener);
        if (feed != null) {
            away += feed.isAttached() ? 1 : 0;
            feed.detach();
            drained();
        }
    }

    /** The client is gone. */
    void leave(SessionListener listener) {
        Feed feed = feeds.remove(listener);
        if (feed != null) {
            away += feed.isAttached() ? 1 : 0;
            feed.leave();
            drained();
        }
    }

    /**
     * @throws RefusedException where a client does not read its answers, and calls again
     */
    void checkReads(SessionListener listener, int mostAnswers) throws RefusedException {
        Feed feed = feeds.get(listener);
        if (feed != null && feed.untoldAnswers() >= mostAnswers) {
            throw new RefusedException(
                    RefusalCode.QUEUE_FULL,
                    mostAnswers + " answers wait for this client to read what session " + sessionId
                            + " tells it; retry later");
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
        return feeds.computeIfAbsent(listener, fresh -> new Feed(sessionId, fresh, log));
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
        all.forEach(feed -> feed.happens(event.seq()));
        log.append(event);
        all.forEach(feed -> feed.happened(event));
        if (event instanceof SessionEvent.Closed) {
            all.removeIf(Feed::isIdle);
        }
    }

    /** A client has room again. */
    void drained() {
        for (Feed feed : feeds.values()) {
            feed.catchUp();
        }
        feeds.values().removeIf(Feed::isIdle);
        for (Iterator<OutputSource> waiting = heldBack.iterator(); waiting.hasNext(); ) {
            OutputSource source = waiting.next();
            if (!hasToWait(source)) {
                waiting.remove();
                source.gate().setReading(true);
            }
        }
    }

    /** Whether so much waits for clients already that none of these should be begun. */
    boolean isFull(TurnQueue turns) {
        if (log.overflows()) {
            return log.isCongested() || turns.all(this::isOfFullClient);
        }
        for (Feed feed : feeds.values()) {
            if (feed.isFull()) {
                return true;
            }
        }
        return false;
    }

    /** Whether only a client that does not read waits for it. */
    private boolean isOfFullClient(Turn turn) {
        if (turn instanceof Exec exec) {
            for (Feed feed : feeds.values()) {
                if (feed.isCalledFor(exec.request().execId())) {
                    return feed.isFull();
                }
            }
        }
        return false;
    }

    /** Has something wait whose output cannot be taken at the moment. */
    void holdBackIfSaturated(OutputSource source) {
        if (hasToWait(source) && heldBack.add(source)) {
            source.gate().setReading(false);
        }
    }

    private boolean hasToWait(OutputSource source) {
        return log.isCongested() || (log.overflows() ? isHeldUpForAll(source) : isSaturatedForOne(source));
    }

    private boolean isSaturatedForOne(OutputSource source) {
        for (Feed feed : feeds.values()) {
            if (feed.takes(source) && feed.isSaturated()) {
                return true;
            }
        }
        return false;
    }

    private boolean isHeldUpForAll(OutputSource source) {
        boolean isTaken = false;
        for (Feed feed : feeds.values()) {
            if (feed.isTold(source)) {
                if (!feed.isHeldUp()) {
                    return false;
                }
                isTaken = true;
            }
        }
        return isTaken;
    }

    // ---- the log's readers

    @Override
    public boolean mayComeBack() {
        return away > 0 || count() == 0 || needs(lastSeq);
    }

    @Override
    public boolean needs(long seq) {
        for (Feed feed : feeds.values()) {
            if (feed.needs(seq)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void lastLook(SessionEvent event) {
        feeds.values().forEach(feed -> feed.lastLook(event));
    }

    @Override
    public void goOn() {
        whenMoved.run();
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
        feeds.values().forEach(Feed::finish);
        heldBack.clear();
    }
}
