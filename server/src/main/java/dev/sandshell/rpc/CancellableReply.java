package dev.sandshell.rpc;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * An answer that {@code $/cancelRequest} does not give by itself: LSP4J cancels the future that a handler has returned
 * and answers at once, while the command still runs. Here it only asks, and the answer comes when the work has stopped.
 * Any thread may call.
 */
final class CancellableReply<T> extends CompletableFuture<T> {
    private @Nullable Runnable whenCancelled;
    private boolean isCancelRequested;

    /** What a cancellation does; where one has come already, it does it now. */
    void onCancel(Runnable action) {
        boolean isLate;
        synchronized (this) {
            whenCancelled = action;
            isLate = isCancelRequested;
        }
        if (isLate) {
            action.run();
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        Runnable action;
        synchronized (this) {
            isCancelRequested = true;
            action = whenCancelled;
        }
        if (action != null) {
            action.run();
        }
        return false;
    }
}
