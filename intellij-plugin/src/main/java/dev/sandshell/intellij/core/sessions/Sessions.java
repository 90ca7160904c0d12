package dev.sandshell.intellij.core.sessions;

import dev.sandshell.intellij.core.concurrent.Registration;
import dev.sandshell.intellij.core.server.ServerSupervisor;
import dev.sandshell.protocol.SessionCreateParams;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The server's sessions as they are, kept up to date by what the server tells and never by asking again. All of them are
 * attached, so that commands of other clients are seen too; output that nobody shows is acknowledged at once.
 *
 * <p>Any thread may call, and none waits. All state is confined to one thread, {@code sandshell-sessions}, where futures
 * complete and listeners and screens are told, too.
 */
public final class Sessions extends SessionRequests implements AutoCloseable {
    public Sessions(ServerSupervisor supervisor) {}

    /** Tells it of the sessions from now on. */
    public Registration addListener(SessionsListener listener) {
        throw new UnsupportedOperationException();
    }

    /** In the order in which they were heard of. Empty before {@link #connect} has been answered. */
    public List<SessionView> all() {
        throw new UnsupportedOperationException();
    }

    public @Nullable SessionView get(String sessionId) {
        throw new UnsupportedOperationException();
    }

    /** Starts the server where it does not run; answers once what is remembered here is what the server says. */
    public CompletableFuture<Void> connect() {
        throw new UnsupportedOperationException();
    }

    /** The session of an id, which {@code params} names, made where there is none. */
    public CompletableFuture<SessionView> ensure(SessionCreateParams params) {
        throw new UnsupportedOperationException();
    }

    public CompletableFuture<SessionView> create(SessionCreateParams params) {
        throw new UnsupportedOperationException();
    }

    /** Ends a session and all that runs in it. */
    public CompletableFuture<Void> delete(String sessionId) {
        throw new UnsupportedOperationException();
    }

    /** A fresh shell, from scratch or with the state of the one before. */
    public CompletableFuture<Void> reset(String sessionId, boolean keepState) {
        throw new UnsupportedOperationException();
    }

    /**
     * Shows a session's events on a screen from now on, beginning with the last so many that have been, or after the one
     * that it has shown already. The screen then says by {@link #acknowledge} what it has taken. A session has one such
     * screen; another one takes its place.
     *
     * @param shownSeq the last event that it has shown; 0 for none
     */
    public CompletableFuture<Shown> show(String sessionId, Screen screen, long earlierEvents, long shownSeq) {
        throw new UnsupportedOperationException();
    }

    /**
     * What a screen is shown.
     *
     * @param firstSeq the number of the first event that comes
     * @param pastSeq up to this one, they come again
     */
    public record Shown(long firstSeq, long pastSeq) {}

    /** Shows them no more. */
    public void hide(String sessionId, Screen screen) {
        throw new UnsupportedOperationException();
    }

    /** So much output of a session has been taken. It is said in steps, since each is a message. */
    public void acknowledge(String sessionId, long bytes) {
        throw new UnsupportedOperationException();
    }

    /**
     * Shows a session's new events on one more screen, until that is closed. Output comes no faster than it says that it
     * takes it.
     */
    public Watching watch(SessionView view, Screen screen) {
        throw new UnsupportedOperationException();
    }

    /** Tells nobody anything more. The supervisor is not ours and goes on. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
