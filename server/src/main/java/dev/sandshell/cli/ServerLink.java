package dev.sandshell.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;

/** The client's end of the streams to a server. Any thread may call. */
public interface ServerLink extends AutoCloseable {
    /** What the server says. */
    InputStream input();

    /** Where it listens. */
    OutputStream output();

    /** Completes when the server has ended; with the reason, where it could not even start. */
    CompletableFuture<Void> ended();

    /** Ends the server and all that it started, but for the daemon; returns when that is done. Idempotent. */
    @Override
    void close();
}
