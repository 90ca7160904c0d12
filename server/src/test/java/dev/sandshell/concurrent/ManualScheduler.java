package dev.sandshell.concurrent;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A scheduler that a test drives by hand: nothing runs until {@link #run}, and time passes in {@link #advance} alone.
 * Owned by the test's thread, which is the scheduler's own. Timers fire in the order of their time, then of their making.
 */
public final class ManualScheduler implements Scheduler {
    private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private long nowNanos;
    private long lastTimer;

    private record Timer(long dueNanos, long number, Runnable task) implements Comparable<Timer> {
        private static final Comparator<Timer> ORDER =
                Comparator.comparingLong(Timer::dueNanos).thenComparingLong(Timer::number);

        @Override
        public int compareTo(Timer other) {
            return ORDER.compare(this, other);
        }
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    @Override
    public Cancellable schedule(Duration delay, Runnable task) {
        lastTimer++;
        Timer timer = new Timer(nowNanos + delay.toNanos(), lastTimer, task);
        timers.add(timer);
        return () -> timers.remove(timer);
    }

    @Override
    public boolean isCurrent() {
        return true;
    }

    /** Runs what waits, and what that brings, until nothing waits any more; no time passes. */
    public void run() {
        Runnable task;
        while ((task = tasks.poll()) != null) {
            task.run();
        }
    }

    /** Runs the first task that waits; whether there was one. */
    public boolean runOne() {
        Runnable task = tasks.poll();
        if (task != null) {
            task.run();
        }
        return task != null;
    }

    /** Lets time pass; each timer fires at its own time, and what it brings runs before the next one. */
    public void advance(Duration time) {
        long end = nowNanos + time.toNanos();
        run();
        Timer next;
        while ((next = timers.peek()) != null && next.dueNanos() <= end) {
            timers.remove();
            nowNanos = next.dueNanos();
            next.task().run();
            run();
        }
        nowNanos = end;
    }

    /** The time that has passed. */
    public long nanoTime() {
        return nowNanos;
    }

    /** When the timers that wait are due, counted from now, earliest first. */
    public List<Duration> timers() {
        List<Timer> waiting = new ArrayList<>(timers);
        waiting.sort(null);
        return waiting.stream()
                .map(timer -> Duration.ofNanos(timer.dueNanos() - nowNanos))
                .toList();
    }
}
