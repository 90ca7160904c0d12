package dev.sandshell.intellij.core.server;

import dev.sandshell.intellij.core.concurrent.Registration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/**
 * Keeps a connection to the server: starts it when it is first asked for, and again when it has ended without being told
 * to, as often as the budget allows. Who asks while it starts waits for the same start.
 *
 * <p>Any thread may call, and none waits. What blocks, it does on one thread, {@code sandshell-server}, where futures
 * complete and listeners are told, too.
 */
public final class ServerSupervisor implements AutoCloseable {
    public ServerSupervisor(ServerCommand command, ServerLog log, RestartBudget budget) {}

    /** Tells it of the server's coming and going from now on. */
    public Registration addListener(ServerListener listener) {
        throw new UnsupportedOperationException();
    }

    /** Whether the server runs and has answered. */
    public boolean isOpen() {
        throw new UnsupportedOperationException();
    }

    /** The connection, made where there is none. Fails with words for a person. */
    public CompletableFuture<Opened> open() {
        throw new UnsupportedOperationException();
    }

    /**
     * Ends the connection and makes another.
     *
     * @param between done while there is none, on the supervisor's thread; it may wait, and where it fails no other
     *     connection is made before somebody asks for it
     */
    public CompletableFuture<Opened> restart(Callable<?> between) {
        throw new UnsupportedOperationException();
    }

    /**
     * Ends the connection for good. Nobody waits here: its process and its threads end soon after, which
     * {@link #closed} tells. A shared server goes on.
     */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }

    /** After {@link #close}: nothing of it is left but the thread that completes this. */
    public CompletableFuture<Void> closed() {
        throw new UnsupportedOperationException();
    }

    /** What to tell a person of a failure: that of the cause, where a future has wrapped it. */
    public static String messageOf(Throwable failure) {
        throw new UnsupportedOperationException();
    }
}
