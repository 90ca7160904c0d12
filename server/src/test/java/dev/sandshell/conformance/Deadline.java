package dev.sandshell.conformance;

import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The one time limit of a test. It is no assertion about speed: it turns a wait that would never end into a failure that
 * shows what every thread was doing. Any thread may ask. Whoever looks into a failure can shorten it by the system property
 * {@code deadlineSeconds}.
 */
final class Deadline {
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(Long.getLong("deadlineSeconds", 30));

    private final long endNanos = System.nanoTime() + LIMIT_NANOS;

    /** What is left, at least a little, so that a check that comes last can still see what is there already. */
    long remainingNanos() {
        return Math.max(endNanos - System.nanoTime(), TimeUnit.MILLISECONDS.toNanos(1));
    }

    boolean isOver() {
        return System.nanoTime() - endNanos >= 0;
    }

    /** All threads of this process, as a message can hold them. */
    static String threadDump() {
        StringBuilder dump = new StringBuilder();
        for (Map.Entry<Thread, StackTraceElement[]> entry :
                Thread.getAllStackTraces().entrySet()) {
            dump.append('"')
                    .append(entry.getKey().getName())
                    .append("\" ")
                    .append(entry.getKey().getState())
                    .append('\n');
            for (StackTraceElement element : entry.getValue()) {
                dump.append("    at ").append(element).append('\n');
            }
        }
        return dump.toString();
    }
}
