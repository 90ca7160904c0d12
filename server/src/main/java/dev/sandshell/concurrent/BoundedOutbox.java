package dev.sandshell.concurrent;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be written to one peer, in lanes: one for control, and one for each session. Order holds within a lane;
 * the control lane goes first, the others take turns. Any thread may put; one thread takes.
 *
 * <p>Nothing is ever dropped and putting never waits. The bound of a lane is kept by its source, which asks
 * {@link #isSaturated} and stops until it is told that the lane has drained. A peer that lets the control lane fill up
 * is given up: {@link #put} says so.
 */
public final class BoundedOutbox<M> {
    /** Bytes waiting in a lane from which its source should stop: a few chunks, so that the writer never starves. */
    public static final int HIGH_MARK = 256 * 1024;

    /** Bytes below which it may go on. */
    public static final int LOW_MARK = 64 * 1024;

    /** From so many bytes on the taker has enough to do to be woken for. */
    private static final int WAKE_AT_ONCE = 16 * 1024;

    /** Answers and notices that do not belong to a session: more than any client leaves unread by accident. */
    private static final int MAX_CONTROL = 10_000;

    /** Told on the taking thread, without a lock held. */
    @FunctionalInterface
    public interface DrainListener {
        void drained(String lane);
    }

    private record Item<M>(M message, int weight) {}

    private static final class Lane<M> {
        final ArrayDeque<Item<M>> items = new ArrayDeque<>();
        long bytes;
        boolean isHeldBack;
    }

    private final DrainListener drainListener;
    private final Executor wakeLater;
    private final Runnable wake = this::wakeTaker;
    private final Object lock = new Object();

    @GuardedBy("lock")
    private final ArrayDeque<M> control = new ArrayDeque<>();

    /** Only lanes that hold something or hold somebody back, in the order of their turns. */
    @GuardedBy("lock")
    private final LinkedHashMap<String, Lane<M>> lanes = new LinkedHashMap<>();

    @GuardedBy("lock")
    private boolean isClosed;

    @GuardedBy("lock")
    private boolean isWaiting;

    public BoundedOutbox(DrainListener drainListener) {
        this(drainListener, Runnable::run);
    }

    /**
     * @param wakeLater when to wake the taker for a few small messages: whoever puts one is likely to put another
     */
    public BoundedOutbox(DrainListener drainListener, Executor wakeLater) {
        this.drainListener = drainListener;
        this.wakeLater = wakeLater;
    }

    /** Puts a control message in; false where the peer does not take them any more. */
    public boolean put(M message) {
        synchronized (lock) {
            if (isClosed) {
                return true;
            }
            if (control.size() >= MAX_CONTROL) {
                return false;
            }
            control.add(message);
        }
        wakeLater.execute(wake);
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
            if (isClosed) {
                return;
            }
            Lane<M> target = lanes.computeIfAbsent(lane, name -> new Lane<>());
            target.items.add(new Item<>(message, weight));
            target.bytes += weight;
            isMuch = target.bytes >= WAKE_AT_ONCE;
        }
        if (isMuch) {
            wakeTaker();
        } else {
            wakeLater.execute(wake);
        }
    }

    /** Whether the lane holds enough; from then on its drain is told once. */
    public boolean isSaturated(String lane) {
        synchronized (lock) {
            Lane<M> found = lanes.get(lane);
            if (found == null || (!found.isHeldBack && found.bytes < HIGH_MARK)) {
                return false;
            }
            found.isHeldBack = true;
            return true;
        }
    }

    /** Takes the next message, waiting for one; null once it is closed and empty. */
    public @Nullable M take() throws InterruptedException {
        synchronized (lock) {
            while (control.isEmpty() && nextLane() == null) {
                if (isClosed) {
                    return null;
                }
                isWaiting = true;
                lock.wait();
                isWaiting = false;
            }
        }
        return poll();
    }

    /** Takes the next message where there is one; null else. Called by the taking thread. */
    public @Nullable M poll() {
        String drained = null;
        M message;
        synchronized (lock) {
            message = control.poll();
            Map.Entry<String, Lane<M>> turn = message == null ? nextLane() : null;
            if (turn != null) {
                String name = turn.getKey();
                Lane<M> lane = turn.getValue();
                Item<M> item = lane.items.remove();
                lane.bytes -= item.weight();
                if (lane.isHeldBack && lane.bytes < LOW_MARK) {
                    lane.isHeldBack = false;
                    drained = name;
                }
                // To the back of the row, so that the others get their turns.
                lanes.remove(name);
                if (!lane.items.isEmpty() || lane.isHeldBack) {
                    lanes.put(name, lane);
                }
                message = item.message();
            }
        }
        if (drained != null) {
            drainListener.drained(drained);
        }
        return message;
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

    private void wakeTaker() {
        synchronized (lock) {
            if (isWaiting) {
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
