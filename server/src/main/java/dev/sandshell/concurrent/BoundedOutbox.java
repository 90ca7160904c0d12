package dev.sandshell.concurrent;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be written to one peer, in lanes: one for control, and one for each session. Order holds within a lane;
 * the control lane goes first, the others take turns. Any thread may put; one thread takes.
 *
 * <p>Nothing is ever dropped and putting never waits. The bound of a lane is kept by its source, which asks
 * {@link #isSaturated} and stops until it is told that the lane has drained. All lanes together have a bound as well: at
 * it every lane is saturated, and whoever takes in what the peer asks for waits for room ({@link #awaitRoom}). A peer
 * that lets the control lane fill up nevertheless is given up: {@link #put} says so. Of notices, which are many small ones
 * in many lanes, only so many wait at a time: {@link #putNotice} takes no more then, and their source hears of room.
 */
public final class BoundedOutbox<M> {
    /** Bytes waiting in a lane from which its source should stop: a few chunks, so that the writer never starves. */
    public static final int HIGH_MARK = 256 * 1024;

    /** Bytes below which it may go on. */
    public static final int LOW_MARK = 64 * 1024;

    /** Bytes waiting in all lanes from which all sources should stop: a small part of the memory of a server. */
    public static final long FULL = 12L << 20;

    /** Bytes in all lanes below which they may go on. */
    static final long ROOM = FULL / 2;

    /** From so many bytes on the taker has enough to do to be woken for. */
    private static final int WAKE_AT_ONCE = 16 * 1024;

    /** Answers and notices that do not belong to a session: more than any client leaves unread by accident. */
    private static final int MAX_CONTROL = 10_000;

    /** Notices that may wait: a burst of them for a peer that reads, and little memory for one that does not. */
    public static final int MAX_NOTICES = 256;

    /** Notices below which more of them are taken again. */
    private static final int FEW_NOTICES = 64;

    /** Told on the taking thread, without a lock held. */
    @FunctionalInterface
    public interface DrainListener {
        void drained(String lane);

        /** There is room again for notices, of which one was not taken. */
        default void noticesDrained() {}
    }

    private record Item<M>(M message, int weight, boolean isNotice) {}

    private static final class Lane<M> {
        final ArrayDeque<Item<M>> items = new ArrayDeque<>();
        long bytes;
        boolean isHeldBack;
    }

    private final DrainListener drainListener;
    private final Runnable whenPut;
    private final Runnable whenPutAtLeisure;
    private final Object lock = new Object();

    @GuardedBy("lock")
    private final ArrayDeque<Item<M>> control = new ArrayDeque<>();

    /** Only lanes that hold something or hold somebody back, in the order of their turns. */
    @GuardedBy("lock")
    private final LinkedHashMap<String, Lane<M>> lanes = new LinkedHashMap<>();

    @GuardedBy("lock")
    private boolean isClosed;

    @GuardedBy("lock")
    private boolean isWaiting;

    /** Bytes waiting in all lanes, control included. */
    @GuardedBy("lock")
    private long bytes;

    @GuardedBy("lock")
    private boolean isFull;

    @GuardedBy("lock")
    private int notices;

    /** A notice was not taken, and its source has not been told of room since. */
    @GuardedBy("lock")
    private boolean owesNotices;

    @GuardedBy("lock")
    private boolean isTakenOver;

    @GuardedBy("lock")
    private boolean isUnfinished;

    public BoundedOutbox(DrainListener drainListener) {
        this.drainListener = drainListener;
        whenPut = this::wakeTaker;
        whenPutAtLeisure = this::wakeTaker;
    }

    /**
     * @param whenPut has the taker woken, soon: whoever puts a small message is likely to put another
     * @param whenPutAtLeisure has it woken some time later, if nothing else has by then
     */
    public BoundedOutbox(DrainListener drainListener, Runnable whenPut, Runnable whenPutAtLeisure) {
        this.drainListener = drainListener;
        this.whenPut = whenPut;
        this.whenPutAtLeisure = whenPutAtLeisure;
    }

    /**
     * Puts a control message in; false where the peer does not take them any more.
     *
     * @param weight about how many bytes it is
     */
    public boolean put(M message, int weight) {
        synchronized (lock) {
            if (isClosed) {
                return true;
            }
            if (control.size() >= MAX_CONTROL) {
                return false;
            }
            control.add(new Item<>(message, weight, false));
            weigh(weight);
        }
        whenPut.run();
        return true;
    }

    /**
     * Puts a message of a session in.
     *
     * @param weight about how many bytes it is
     */
    public void put(String lane, M message, int weight) {
        boolean isMuch;
        synchronized (lock) {
            isMuch = add(lane, new Item<>(message, weight, false)) >= WAKE_AT_ONCE;
        }
        if (isMuch) {
            wakeTaker();
        } else {
            whenPut.run();
        }
    }

    /** The same for a message that nobody waits for: it can go along with what comes next. */
    public void putAtLeisure(String lane, M message, int weight) {
        synchronized (lock) {
            add(lane, new Item<>(message, weight, false));
        }
        whenPutAtLeisure.run();
    }

    /**
     * The same for one of many small messages that their source can remember instead; false where so many wait already
     * that it should, until it is told of room.
     */
    public boolean putNotice(String lane, M message, int weight) {
        synchronized (lock) {
            owesNotices |= notices >= MAX_NOTICES && !isClosed;
            if (owesNotices) {
                return false;
            }
            add(lane, new Item<>(message, weight, true));
        }
        whenPut.run();
        return true;
    }

    /** Answers how many bytes wait in the lane now. */
    @GuardedBy("lock")
    private long add(String lane, Item<M> item) {
        if (isClosed) {
            return 0;
        }
        Lane<M> target = lanes.computeIfAbsent(lane, name -> new Lane<>());
        target.items.add(item);
        target.bytes += item.weight();
        notices += item.isNotice() ? 1 : 0;
        weigh(item.weight());
        return target.bytes;
    }

    @GuardedBy("lock")
    private void weigh(int weight) {
        bytes += weight;
        isFull |= bytes >= FULL;
    }

    /** Whether the lane, or all of them together, holds enough; from then on its drain is told once. */
    public boolean isSaturated(String lane) {
        synchronized (lock) {
            Lane<M> found = lanes.get(lane);
            boolean isEnough = found != null && (found.isHeldBack || found.bytes >= HIGH_MARK);
            // A peer that has gone takes nothing any more, so nobody waits for it.
            if (isClosed || !(isFull || isEnough)) {
                return false;
            }
            lanes.computeIfAbsent(lane, name -> new Lane<>()).isHeldBack = true;
            return true;
        }
    }

    /** Waits while all lanes together hold too much. Called by whoever reads what the peer asks for. */
    public void awaitRoom() throws InterruptedException {
        synchronized (lock) {
            while (isFull && !isClosed) {
                lock.wait();
            }
        }
    }

    /** Waits until there is something to write; false once it is closed and empty. */
    public boolean await() throws InterruptedException {
        synchronized (lock) {
            while (isTakenOver || (!isUnfinished && control.isEmpty() && nextLane() == null)) {
                if (isClosed && !isTakenOver) {
                    return false;
                }
                isWaiting = true;
                lock.wait();
                isWaiting = false;
            }
            isUnfinished = false;
            return true;
        }
    }

    /**
     * Takes the taker's place, where it waits and little is to be written; then it goes on waiting until
     * {@link #handBack}.
     *
     * @param mostBytes how much is little
     */
    public boolean tryTakeOver(int mostBytes) {
        synchronized (lock) {
            isTakenOver = isWaiting && !isUnfinished && control.isEmpty() && bytes > 0 && bytes <= mostBytes;
            return isTakenOver;
        }
    }

    /**
     * Gives the taker its place back.
     *
     * @param leavesRest whether what was taken could not all be written
     */
    public void handBack(boolean leavesRest) {
        synchronized (lock) {
            isTakenOver = false;
            isUnfinished = leavesRest;
            if (leavesRest || isClosed || !control.isEmpty() || nextLane() != null) {
                lock.notifyAll();
            }
        }
    }

    /** Takes the next message where there is one; null else. Called by the taking thread. */
    public @Nullable M poll() {
        List<String> drained = List.of();
        boolean hasRoomForNotices = false;
        Item<M> item;
        synchronized (lock) {
            item = control.poll();
            Map.Entry<String, Lane<M>> turn = item == null ? nextLane() : null;
            if (turn != null) {
                item = takeFrom(turn.getKey(), turn.getValue());
            }
            if (item != null) {
                bytes -= item.weight();
                drained = letGo(turn == null ? null : turn.getKey());
                notices -= item.isNotice() ? 1 : 0;
                hasRoomForNotices = owesNotices && notices < FEW_NOTICES;
                owesNotices &= !hasRoomForNotices;
            }
        }
        drained.forEach(drainListener::drained);
        if (hasRoomForNotices) {
            drainListener.noticesDrained();
        }
        return item == null ? null : item.message();
    }

    @GuardedBy("lock")
    private Item<M> takeFrom(String name, Lane<M> lane) {
        Item<M> item = lane.items.remove();
        lane.bytes -= item.weight();
        // To the back of the row, so that the others get their turns.
        lanes.remove(name);
        if (!lane.items.isEmpty() || lane.isHeldBack) {
            lanes.put(name, lane);
        }
        return item;
    }

    /** The lanes that are not held back any more, now that something was taken. */
    @GuardedBy("lock")
    private List<String> letGo(@Nullable String taken) {
        if (isFull && bytes < ROOM) {
            isFull = false;
            lock.notifyAll();
            List<String> all = new ArrayList<>();
            for (String name : ImmutableList.copyOf(lanes.keySet())) {
                if (letGoOf(name)) {
                    all.add(name);
                }
            }
            return all;
        }
        return !isFull && taken != null && letGoOf(taken) ? List.of(taken) : List.of();
    }

    @GuardedBy("lock")
    private boolean letGoOf(String name) {
        Lane<M> lane = lanes.get(name);
        if (lane == null || !lane.isHeldBack || lane.bytes >= LOW_MARK) {
            return false;
        }
        lane.isHeldBack = false;
        if (lane.items.isEmpty()) {
            lanes.remove(name);
        }
        return true;
    }

    /** Whether nothing waits. */
    public boolean isEmpty() {
        synchronized (lock) {
            return control.isEmpty() && nextLane() == null;
        }
    }

    /** No more is put in; what is there can still be taken. */
    public void close() {
        synchronized (lock) {
            isClosed = true;
            lock.notifyAll();
        }
    }

    /** Wakes the taker, where it waits and there is something for it. */
    public void wakeTaker() {
        synchronized (lock) {
            if (isWaiting && (!control.isEmpty() || nextLane() != null)) {
                lock.notifyAll();
            }
        }
    }

    @GuardedBy("lock")
    private Map.@Nullable Entry<String, Lane<M>> nextLane() {
        for (Map.Entry<String, Lane<M>> entry : lanes.entrySet()) {
            if (!entry.getValue().items.isEmpty()) {
                return entry;
            }
        }
        return null;
    }
}
