package dev.sandshell.posix;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.sandshell.concurrent.Scheduler;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that waits for descriptors and timers, and that owns every session: what runs on it is serial, so
 * sessions need no locks.
 *
 * <p>{@link #execute} and {@link #schedule} may be called from any thread; {@link #watch} and {@link #unwatch} only from
 * the loop itself. Nothing that runs here may block. Tasks from outside are bounded: a caller waits where
 * {@value #MAX_TASKS} are pending, which slows a client down that sends faster than its sessions can take; the loop's
 * own tasks are not held back, since it could not run while it waits. After {@link #close()} tasks are dropped.
 *
 * <p>Descriptors are watched edge-triggered: a handler is told once that something changed and has to read until nothing
 * is left, or remember that it has not.
 */
public final class EventLoop implements Scheduler, AutoCloseable {
    /** Told on the loop's thread that something happened to a descriptor. */
    @FunctionalInterface
    public interface Handler {
        /**
         * Told once for each change.
         *
         * @param canGoOn whether it may be readable, or writable; else it has only lost its other side
         */
        void ready(boolean canGoOn);
    }

    private static final Logger LOG = Logger.getLogger(EventLoop.class.getName());
    private static final int MAX_TASKS = 16_384;
    private static final int MAX_EVENTS = 256;

    /** {@code struct epoll_event} is packed on x86-64 alone. */
    private static final int EVENT_BYTES = System.getProperty("os.arch", "").equals("amd64") ? 12 : 16;

    private static final int EVENT_DATA = EVENT_BYTES - 8;

    private final Thread thread;
    private final int epoll;
    private final Descriptor wakeup;
    private final Map<Integer, Handler> handlers = new HashMap<>();
    private final TreeSet<Timer> timers = new TreeSet<>();
    private final AtomicLong lastTimer = new AtomicLong();
    private final ArrayDeque<Runnable> batch = new ArrayDeque<>();
    private final LinkedHashSet<Runnable> last = new LinkedHashSet<>();
    private final NativeBuffer events = NativeBuffer.allocate(EVENT_BYTES * MAX_EVENTS);
    private final NativeBuffer registration = NativeBuffer.allocate(EVENT_BYTES);

    private final Object lock = new Object();

    @GuardedBy("lock")
    private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();

    @GuardedBy("lock")
    private boolean isAsleep;

    @GuardedBy("lock")
    private boolean isClosed;

    public EventLoop(String name) throws PosixException {
        epoll = Libc.epoll_create1(Libc.EPOLL_CLOEXEC);
        int event = Libc.eventfd(0, Libc.EFD_CLOEXEC | Libc.EFD_NONBLOCK);
        if (epoll < 0 || event < 0) {
            throw PosixException.last("epoll_create1");
        }
        wakeup = Descriptor.adopt(event);
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    /** Starts the thread; tasks given before wait for it. */
    public void start() throws PosixException {
        control(Libc.EPOLL_CTL_ADD, wakeup.number(), Libc.EPOLLIN | Libc.EPOLLET);
        thread.start();
    }

    @Override
    public boolean isCurrent() {
        return Thread.currentThread() == thread;
    }

    @Override
    public void execute(Runnable task) {
        boolean wake;
        synchronized (lock) {
            while (tasks.size() >= MAX_TASKS && !isCurrent() && !isClosed) {
                try {
                    lock.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
            if (isClosed) {
                return;
            }
            tasks.add(task);
            wake = isAsleep;
            isAsleep = false;
        }
        if (wake) {
            wake();
        }
    }

    @Override
    public void executeLast(Runnable task) {
        if (isCurrent()) {
            last.add(task);
        } else {
            task.run();
        }
    }

    @Override
    public Cancellable schedule(Duration delay, Runnable task) {
        Timer timer = new Timer(System.nanoTime() + delay.toNanos(), lastTimer.incrementAndGet(), task);
        if (isCurrent()) {
            timers.add(timer);
        } else {
            execute(() -> {
                if (timer.task != null) {
                    timers.add(timer);
                }
            });
        }
        return timer;
    }

    /** Calls the handler whenever the descriptor becomes readable, or its last writer goes. */
    public void watch(Descriptor descriptor, Handler handler) throws PosixException {
        register(descriptor, Libc.EPOLLIN, handler);
    }

    /** Calls the handler whenever the descriptor becomes writable, or its last reader goes. */
    public void watchForWriting(Descriptor descriptor, Handler handler) throws PosixException {
        register(descriptor, Libc.EPOLLOUT, handler);
    }

    /** Calls the handler whenever the descriptor becomes readable or writable, which of the two is not told. */
    public void watchBothWays(Descriptor descriptor, Handler handler) throws PosixException {
        register(descriptor, Libc.EPOLLIN | Libc.EPOLLOUT, handler);
    }

    private void register(Descriptor descriptor, int interest, Handler handler) throws PosixException {
        handlers.put(descriptor.number(), handler);
        try {
            control(Libc.EPOLL_CTL_ADD, descriptor.number(), interest | Libc.EPOLLET);
        } catch (PosixException e) {
            handlers.remove(descriptor.number());
            throw e;
        }
    }

    /** Stops watching, before the descriptor is closed. Its handler is not called again. */
    public void unwatch(Descriptor descriptor) {
        if (handlers.remove(descriptor.number()) != null) {
            Libc.epoll_ctl(epoll, Libc.EPOLL_CTL_DEL, descriptor.number(), registration.address());
        }
    }

    /** Ends the thread after the turn that it is in. Idempotent; may be called from any thread but the loop's own. */
    @Override
    public void close() {
        synchronized (lock) {
            if (isClosed) {
                return;
            }
            isClosed = true;
            lock.notifyAll();
        }
        wake();
        boolean interrupted = false;
        while (thread.isAlive() && !isCurrent()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
                break;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void control(int operation, int fd, int interest) throws PosixException {
        registration.bytes().putInt(0, interest).putLong(EVENT_DATA, fd);
        if (Libc.epoll_ctl(epoll, operation, fd, registration.address()) < 0) {
            throw PosixException.last("epoll_ctl");
        }
    }

    private void wake() {
        NativeBuffer one = Scratch.ints();
        one.bytes().putLong(0, 1);
        Libc.write(wakeup.number(), one.address(), 8);
    }

    private void run() {
        while (true) {
            boolean hasMore = runTasks();
            runLast();
            int timeout = hasMore || !last.isEmpty() ? 0 : untilNextTimer();
            if (timeout != 0 && !fallAsleep()) {
                timeout = 0;
            }
            int count = Libc.epoll_wait(epoll, events.address(), MAX_EVENTS, timeout);
            synchronized (lock) {
                isAsleep = false;
                if (isClosed) {
                    break;
                }
            }
            for (int i = 0; i < count; i++) {
                int at = i * EVENT_BYTES;
                dispatch(
                        (int) events.bytes().getLong(at + EVENT_DATA),
                        events.bytes().getInt(at));
            }
            runTimers();
        }
        wakeup.close();
        Libc.close(epoll);
    }

    /** Runs what was there when it began; answers whether more has come since. */
    private boolean runTasks() {
        synchronized (lock) {
            batch.addAll(tasks);
            tasks.clear();
            lock.notifyAll();
        }
        Runnable task;
        while ((task = batch.poll()) != null) {
            guard(task);
        }
        synchronized (lock) {
            return !tasks.isEmpty();
        }
    }

    private void runLast() {
        if (!last.isEmpty()) {
            List<Runnable> now = List.copyOf(last);
            last.clear();
            now.forEach(EventLoop::guard);
        }
    }

    private boolean fallAsleep() {
        synchronized (lock) {
            isAsleep = tasks.isEmpty() && !isClosed;
            return isAsleep;
        }
    }

    private void dispatch(int fd, int happened) {
        // Gone where an earlier event of this batch closed it. The wake-up has none: each addition to its counter is an
        // event of its own, so it need not be read.
        Handler handler = handlers.get(fd);
        if (handler != null) {
            try {
                handler.ready((happened & (Libc.EPOLLIN | Libc.EPOLLOUT)) != 0);
            } catch (RuntimeException | Error e) {
                tell(e);
            }
        }
    }

    private int untilNextTimer() {
        if (timers.isEmpty()) {
            return -1;
        }
        long nanos = timers.first().dueNanos - System.nanoTime();
        // Rounded up: a timer that fires a moment early would only go round again.
        return nanos <= 0 ? 0 : (int) Math.min(Integer.MAX_VALUE, nanos / 1_000_000 + 1);
    }

    private void runTimers() {
        long now = System.nanoTime();
        while (!timers.isEmpty() && timers.first().dueNanos - now <= 0) {
            Runnable task = timers.pollFirst().task;
            if (task != null) {
                guard(task);
            }
        }
    }

    private static void guard(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            tell(e);
        }
    }

    /** One session's defect must not end the others; it is ours to mend, so it is said loudly. */
    private static void tell(Throwable defect) {
        LOG.log(Level.SEVERE, "a task of the event loop failed", defect);
    }

    /** In the order of their time, and then of their making. */
    private final class Timer implements Cancellable, Comparable<Timer> {
        private final long dueNanos;
        private final long number;

        /** Null once it is cancelled: most timers are, long before their time, and what they would do can be large. */
        private volatile @Nullable Runnable task;

        Timer(long dueNanos, long number, Runnable task) {
            this.dueNanos = dueNanos;
            this.number = number;
            this.task = task;
        }

        @Override
        public void cancel() {
            task = null;
            if (isCurrent()) {
                timers.remove(this);
            }
        }

        @Override
        public int compareTo(Timer other) {
            int byTime = Long.compare(dueNanos - other.dueNanos, 0);
            return byTime == 0 ? Long.compare(number, other.number) : byTime;
        }
    }
}
