package dev.sandshell.intellij.core.terminal.view;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * Makes few frames of many changes: one is under way at most, and the next comes an interval after the last. Asked for one from
 * any thread; makes it on the scheduler's.
 */
final class FramePacer {
    /** Runs something later on the thread of the events. */
    interface Scheduler {
        void schedule(Duration delay, Runnable task);
    }

    /** More than 60 frames a second nobody sees. */
    static final Duration INTERVAL = Duration.ofMillis(16);

    private final LongSupplier nanoTime;
    private final Scheduler scheduler;
    private final Runnable frame;
    private final AtomicBoolean isUnderWay = new AtomicBoolean();
    private volatile long last;

    FramePacer(LongSupplier nanoTime, Scheduler scheduler, Runnable frame) {
        this.nanoTime = nanoTime;
        this.scheduler = scheduler;
        this.frame = frame;
        last = nanoTime.getAsLong() - INTERVAL.toNanos();
    }

    /** Has a frame be made that shows what has changed up to now. */
    void request() {
        if (isUnderWay.compareAndSet(false, true)) {
            long wait = INTERVAL.toNanos() - (nanoTime.getAsLong() - last);
            scheduler.schedule(Duration.ofNanos(Math.max(0, wait)), this::make);
        }
    }

    private void make() {
        last = nanoTime.getAsLong();
        // Before the frame looks: what changes from here on asks for another one.
        isUnderWay.set(false);
        frame.run();
    }
}
