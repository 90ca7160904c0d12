package dev.sandshell.intellij.core.sessions;

import dev.sandshell.intellij.core.concurrent.SerialExecutor;
import dev.sandshell.intellij.core.server.Call;
import dev.sandshell.intellij.core.server.Failures;
import dev.sandshell.intellij.core.server.SandboxException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A call for which there may be no connection yet. Its state is confined to the thread that it is given. */
final class PendingCall<T> implements Call<T> {
    private final SerialExecutor thread;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private @Nullable Call<T> sent;
    private boolean isCancelled;

    PendingCall(SerialExecutor thread) {
        this.thread = thread;
    }

    @Override
    public CompletableFuture<T> result() {
        return result.copy();
    }

    @Override
    public void cancel() {
        try {
            thread.execute(this::cancelHere);
        } catch (RejectedExecutionException e) {
            // Whoever is being shut down hears no wishes.
        }
    }

    private void cancelHere() {
        isCancelled = true;
        if (sent != null) {
            sent.cancel();
        }
    }

    /** Sends it, unless somebody has changed their mind. */
    void send(Supplier<Call<T>> sending) {
        if (isCancelled) {
            result.completeExceptionally(SandboxException.cancelled());
            return;
        }
        Call<T> call = sending.get();
        sent = call;
        CompletableFuture<?> unused =
                call.result().thenAcceptAsync(result::complete, thread).exceptionally(this::fail);
    }

    @Nullable
    Void fail(Throwable failure) {
        result.completeExceptionally(Failures.causeOf(failure));
        return null;
    }
}
