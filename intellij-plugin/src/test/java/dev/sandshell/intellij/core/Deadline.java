package dev.sandshell.intellij.core;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The one time limit of a test. It is no assertion about speed: it turns a wait that would never end into a failure that
 * shows what every thread was doing.
 */
public final class Deadline {
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(Long.getLong("deadlineSeconds", 60));

    private final long endNanos = System.nanoTime() + LIMIT_NANOS;

    public long remainingNanos() {
        return Math.max(endNanos - System.nanoTime(), TimeUnit.MILLISECONDS.toNanos(1));
    }

    public boolean isOver() {
        return System.nanoTime() - endNanos >= 0;
    }

    /** What a future comes to. */
    public <T> T await(CompletableFuture<T> future) throws ExecutionException, InterruptedException {
        try {
            return future.get(remainingNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("nothing came\n" + threadDump(), e);
        }
    }

    /** For what tells nobody, such as the process table. */
    public void until(BooleanSupplier fact, Supplier<String> otherwise) throws InterruptedException {
        while (!fact.getAsBoolean()) {
            if (isOver()) {
                throw new AssertionError(otherwise.get() + "\n" + threadDump());
            }
            Thread.sleep(10);
        }
    }

    private static String threadDump() {
        StringBuilder dump = new StringBuilder();
        for (Map.Entry<Thread, StackTraceElement[]> entry :
                Thread.getAllStackTraces().entrySet()) {
            dump.append('"').append(entry.getKey().getName()).append("\"\n");
            for (StackTraceElement element : entry.getValue()) {
                dump.append("    at ").append(element).append('\n');
            }
        }
        return dump.toString();
    }
}
