package dev.sandshell.intellij.platform;

import java.awt.EventQueue;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for facts. */
final class Waiting {
    /** Nothing takes as long that ends at all, also on a machine with much else to do. */
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private static final long PAUSE_NS = 20_000_000;

    private Waiting() {}

    static <T> T await(CompletableFuture<T> future) throws Exception {
        return future.get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Looks from outside of the UI thread until it is so. */
    static void until(BooleanSupplier isSo, Supplier<?> state) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it has not come to that; " + state.get());
            }
            LockSupport.parkNanos(PAUSE_NS);
        }
    }

    /** Does something on the UI thread. */
    static <T> T onUi(Callable<T> task) {
        CompletableFuture<T> done = new CompletableFuture<>();
        try {
            EventQueue.invokeAndWait(() -> {
                try {
                    done.complete(task.call());
                } catch (Exception | Error e) {
                    done.completeExceptionally(e);
                }
            });
        } catch (InvocationTargetException | InterruptedException e) {
            throw new AssertionError(e);
        }
        return done.join();
    }
}
