package dev.sandshell.intellij.core.server;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.function.LongSupplier;

/**
 * How often something may be started again before it is given up: so many times in a stretch of time. Confined to the
 * supervisor's thread.
 */
public final class RestartBudget {
    private final int most;
    private final Duration within;
    private final LongSupplier nowMs;
    private final ArrayDeque<Long> starts = new ArrayDeque<>();

    /** @param nowMs a clock in milliseconds that only goes on */
    public RestartBudget(int most, Duration within, LongSupplier nowMs) {
        this.most = most;
        this.within = within;
        this.nowMs = nowMs;
    }

    /** Five starts in three minutes. */
    public static RestartBudget ofMachine() {
        return new RestartBudget(5, Duration.ofMinutes(3), () -> System.nanoTime() / 1_000_000);
    }

    public int most() {
        return most;
    }

    public Duration within() {
        return within;
    }

    /** Takes one start where there is one left. */
    public boolean take() {
        long now = nowMs.getAsLong();
        while (!starts.isEmpty() && starts.getFirst() <= now - within.toMillis()) {
            starts.removeFirst();
        }
        if (starts.size() >= most) {
            return false;
        }
        starts.addLast(now);
        return true;
    }

    /** The user has asked for it: everything is forgiven. */
    public void reset() {
        starts.clear();
    }
}
