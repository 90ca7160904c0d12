package dev.sandshell.concurrent;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that a thread dump can tell apart: {@code role-1}, {@code role-2}, … All are daemons. */
public final class NamedThreads {
    /** Enough for every session to be starting or ending at once. */
    private static final int MAX_PENDING = 4_096;

    private NamedThreads() {}

    public static ThreadFactory factory(String role) {
        AtomicInteger next = new AtomicInteger(1);
        return task -> {
            Thread thread = new Thread(task, role + "-" + next.getAndIncrement());
            thread.setDaemon(true);
            return thread;
        };
    }

    /**
     * A few threads for work that may block for moments: forking, looking at the process table, deleting folders. They
     * go when idle. Where {@value #MAX_PENDING} tasks wait, the caller runs the next one itself.
     */
    public static ExecutorService workers(String role, int threads) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads,
                threads,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MAX_PENDING),
                factory(role),
                new ThreadPoolExecutor.CallerRunsPolicy());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
