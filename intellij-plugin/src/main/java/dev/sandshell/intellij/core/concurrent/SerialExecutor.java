package dev.sandshell.intellij.core.concurrent;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One thread that does one task after the other, in the order in which they came. Any thread may bring some. It begins
 * with the first task and ends once it is closed and nothing waits any more.
 *
 * <p>At most {@value #MOST} tasks wait: {@link #execute} never waits and refuses what is too much; {@link #put} waits from
 * {@value #MOST_PUT} on, so that who brings many of them leaves room for the others.
 */
public final class SerialExecutor implements Executor, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(SerialExecutor.class.getName());

    private static final int MOST = 8_192;
    private static final int MOST_PUT = 1_024;

    private final String name;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    @GuardedBy("lock")
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();

    @GuardedBy("lock")
    private @Nullable Thread thread;

    @GuardedBy("lock")
    private boolean isClosed;

    /** Its thread will have this name. */
    public SerialExecutor(String name) {
        this.name = name;
    }

    /** @throws RejectedExecutionException where too many wait, or it is closed */
    @Override
    public void execute(Runnable task) {
        lock.lock();
        try {
            if (isClosed) {
                throw new RejectedExecutionException(name + " is closed");
            }
            if (waiting.size() >= MOST) {
                throw new RejectedExecutionException("too much waits for " + name);
            }
            add(task);
        } finally {
            lock.unlock();
        }
    }

    /** For what has a bound of its own; of one that is closed, the task is dropped. */
    public void executeAlways(Runnable task) {
        lock.lock();
        try {
            if (!isClosed) {
                add(task);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits for room; of one that is closed, the task is dropped. Not for the executor's own thread. */
    public void put(Runnable task) {
        UiThreadGuard.mayWait();
        lock.lock();
        try {
            while (waiting.size() >= MOST_PUT && !isClosed) {
                changed.awaitUninterruptibly();
            }
            if (!isClosed) {
                add(task);
            }
        } finally {
            lock.unlock();
        }
    }

    /** How many tasks wait. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** Takes nothing more. What waits is still done, and nobody waits for that here. */
    @Override
    public void close() {
        lock.lock();
        try {
            isClosed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private void add(Runnable task) {
        waiting.add(task);
        changed.signalAll();
        if (thread == null) {
            thread = new Thread(this::run, name);
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void run() {
        for (Runnable task = next(); task != null; task = next()) {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                // The next one has nothing to do with it.
                LOG.log(Level.SEVERE, "a task of " + name + " has failed", e);
            }
        }
    }

    private @Nullable Runnable next() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !isClosed) {
                changed.awaitUninterruptibly();
            }
            changed.signalAll();
            return waiting.poll();
        } finally {
            lock.unlock();
        }
    }
}
