package dev.sandshell.intellij.core.server;

import java.util.concurrent.CompletableFuture;

/**
 * Something that takes its time and that somebody has asked for. Any thread may call.
 *
 * @param <T> what it comes to
 */
public interface Call<T> {
    /**
     * What it comes to. One that was cancelled fails, with {@link SandboxException#isCancelled}, once the server has really
     * stopped what it was about. To give up this future stops nothing.
     */
    CompletableFuture<T> result();

    /** Wishes that it stop; may come before it was sent, and twice. Nobody waits here. */
    void cancel();
}
