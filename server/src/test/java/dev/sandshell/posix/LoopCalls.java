package dev.sandshell.posix;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** Has an event loop do what is confined to it, for tests, which have threads of their own. */
public final class LoopCalls {
    private LoopCalls() {}

    /** Runs something on the loop, and waits for what it answers. Any other thread may call. */
    public static <T> T onLoop(EventLoop loop, Callable<T> task) {
        CompletableFuture<T> done = new CompletableFuture<>();
        loop.execute(() -> {
            try {
                done.complete(task.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done.join();
    }
}
