package dev.sandshell.intellij.core.server;

import dev.sandshell.protocol.InitializeResult;
import dev.sandshell.protocol.SandboxClient;
import dev.sandshell.protocol.SandboxServer;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Requests and notifications to a server, over any pair of streams. Any thread may call, but sending may wait for the
 * server to read, so the UI thread must not. What the server says comes in its order, on one thread,
 * {@code sandshell-reader}: answers complete their futures there.
 */
public final class SandboxConnection implements AutoCloseable {
    SandboxConnection(InputStream fromServer, OutputStream toServer) {}

    /** Where messages of the server go; to be said before {@link #initialize}. */
    public void listen(SandboxClient client) {
        throw new UnsupportedOperationException();
    }

    /** Says who is asking, and begins to read. The server ends with this process. */
    CompletableFuture<InitializeResult> initialize() {
        throw new UnsupportedOperationException();
    }

    /** A request. It fails with a {@link SandboxException}, also when the connection ends before it is answered. */
    public <T> CompletableFuture<T> ask(Function<SandboxServer, CompletableFuture<T>> request) {
        throw new UnsupportedOperationException();
    }

    /** The same for a request that can be cancelled: its answer still comes, once the server has really stopped. */
    public <T> Call<T> call(Function<SandboxServer, CompletableFuture<T>> request) {
        throw new UnsupportedOperationException();
    }

    /** The server's output has ended; what was still open has failed by then. */
    public CompletableFuture<Void> ended() {
        throw new UnsupportedOperationException();
    }

    /** Says goodbye, and lets go of the streams. A shared server ends only this client. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
