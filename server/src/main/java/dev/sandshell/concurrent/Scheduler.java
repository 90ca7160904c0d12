package dev.sandshell.concurrent;

import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * A serial executor with timers: what it is given runs one at a time, in order. Any thread may call.
 *
 * <p>Whoever is confined to one may take it as its lock; tests drive one by hand, with a clock of their own.
 */
public interface Scheduler extends Executor {
    /** A timer that has not fired yet. Cancelling twice, or too late, is harmless. */
    interface Cancellable {
        void cancel();
    }

    /** Runs the task once, not before the delay has passed. */
    Cancellable schedule(Duration delay, Runnable task);

    /**
     * Runs the task when there is nothing else to do right now; at once where the caller does not run on it. For what is
     * better done once than often, such as waking somebody.
     */
    default void executeLast(Runnable task) {
        task.run();
    }

    /** Whether the caller runs on it. */
    boolean isCurrent();
}
