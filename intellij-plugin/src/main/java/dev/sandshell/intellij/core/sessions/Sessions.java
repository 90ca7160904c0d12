package dev.sandshell.intellij.core.sessions;

import dev.sandshell.intellij.core.concurrent.Registration;
import dev.sandshell.intellij.core.server.Failures;
import dev.sandshell.intellij.core.server.Opened;
import dev.sandshell.intellij.core.server.SandboxConnection;
import dev.sandshell.intellij.core.server.SandboxException;
import dev.sandshell.intellij.core.server.ServerListener;
import dev.sandshell.intellij.core.server.ServerSupervisor;
import dev.sandshell.protocol.SessionAttachParams;
import dev.sandshell.protocol.SessionCreateParams;
import dev.sandshell.protocol.SessionParams;
import dev.sandshell.protocol.SessionResetParams;
import dev.sandshell.protocol.SessionResizeParams;
import dev.sandshell.protocol.TerminalSize;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The server's sessions as they are, kept up to date by what the server tells and never by asking again. All of them are
 * attached, so that commands of other clients are seen too; output that nobody shows is acknowledged at once.
 *
 * <p>Any thread may call, and none waits. All state is confined to one thread, {@code sandshell-sessions}, where futures
 * complete and listeners and screens are told, too.
 */
public final class Sessions extends SessionRequests implements AutoCloseable {
    private final ServerSupervisor supervisor;
    private final Registration registration;
    private final AttachedSessions attached = new AttachedSessions(thread);
    private final KnownSessions sessions = attached.known();

    public Sessions(ServerSupervisor supervisor) {
        this.supervisor = supervisor;
        this.registration = supervisor.addListener(new ServerListener() {
            @Override
            public void connecting(SandboxConnection connection) {
                connection.listen(new SessionNews(
                        event -> thread.put(() -> attached.take(connection, event)),
                        session -> thread.put(() -> attached.heardOf(connection, session))));
            }

            @Override
            public void opened(Opened opened) {
                thread.put(() -> attached.begin(opened.connection()));
            }

            @Override
            public void lost(String reason, boolean isFinal) {
                thread.put(() -> sessions.tell(listener -> listener.lost(reason, isFinal)));
            }
        });
    }

    /** Tells it of the sessions from now on. */
    public Registration addListener(SessionsListener listener) {
        return sessions.addListener(listener);
    }

    /** In the order in which they were heard of. Empty before {@link #connect} has been answered. */
    public List<SessionView> all() {
        return sessions.all().stream().map(KnownSession::view).toList();
    }

    public @Nullable SessionView get(String sessionId) {
        KnownSession known = sessions.get(sessionId);
        return known == null ? null : known.view();
    }

    /** Starts the server where it does not run; answers once what is remembered here is what the server says. */
    public CompletableFuture<@Nullable Void> connect() {
        return connection().thenAcceptAsync(connection -> {}, thread);
    }

    @Override
    CompletableFuture<SandboxConnection> connection() {
        return supervisor
                .open()
                .thenComposeAsync(opened -> attached.isCurrent().thenApply(current -> opened.connection()), thread);
    }

    /** The session of an id, which {@code params} names, made where there is none. */
    public CompletableFuture<SessionView> ensure(SessionCreateParams params) {
        String sessionId = Objects.requireNonNull(params.sessionId(), "a session to be ensured has an id");
        return connection()
                .thenComposeAsync(
                        connection -> {
                            SessionView view = get(sessionId);
                            return view != null
                                    ? CompletableFuture.completedFuture(view)
                                    : createOrAttach(connection, params, sessionId);
                        },
                        thread);
    }

    private CompletableFuture<SessionView> createOrAttach(
            SandboxConnection connection, SessionCreateParams params, String sessionId) {
        return create(params)
                .exceptionallyComposeAsync(
                        failure -> {
                            // Another window was faster.
                            boolean isThere = Failures.causeOf(failure) instanceof SandboxException refusal
                                    && refusal.is("SESSION_ALREADY_EXISTS");
                            return isThere
                                    ? attached.attach(connection, sessionId)
                                    : CompletableFuture.failedFuture(failure);
                        },
                        thread);
    }

    public CompletableFuture<SessionView> create(SessionCreateParams params) {
        return ask(server -> server.createSession(params), answer -> sessions.update(answer.session()));
    }

    /** Ends a session and all that runs in it. */
    public CompletableFuture<@Nullable Void> delete(String sessionId) {
        return ask(server -> server.deleteSession(new SessionParams(sessionId)), answer -> {
            sessions.forget(sessionId);
            return null;
        });
    }

    /** A fresh shell, from scratch or with the state of the one before. */
    public CompletableFuture<SessionView> reset(String sessionId, boolean keepState) {
        return ask(
                server -> server.resetSession(new SessionResetParams(sessionId, keepState)),
                answer -> sessions.update(answer.session()));
    }

    /** A session that is gone, or a server that is, has no size; so this never fails. */
    public CompletableFuture<@Nullable Void> resize(String sessionId, TerminalSize size) {
        return this.<@Nullable SandboxConnection>here(attached::connected)
                .thenComposeAsync(
                        connection -> connection == null
                                ? CompletableFuture.completedFuture(null)
                                : connection.ask(server -> server.resize(new SessionResizeParams(sessionId, size))),
                        thread)
                .handle((answer, failure) -> null);
    }

    /**
     * Shows a session's events on a screen from now on, beginning with the last so many that have been, or after the one
     * that it has shown already. The screen is told where they {@link Screen#begin}, and says by its {@link #taker} what it
     * has taken. A session may have several such screens, and output comes no faster than the slowest takes it.
     *
     * @param shownSeq the last event that it has shown; 0 for none
     */
    public CompletableFuture<@Nullable Void> show(String sessionId, Screen screen, long earlierEvents, long shownSeq) {
        return connection()
                .thenComposeAsync(connection -> show(connection, sessionId, screen, earlierEvents, shownSeq), thread);
    }

    private CompletableFuture<@Nullable Void> show(
            SandboxConnection connection, String sessionId, Screen screen, long earlierEvents, long shownSeq) {
        KnownSession known = sessions.get(sessionId);
        if (known == null) {
            return CompletableFuture.failedFuture(
                    SandboxException.of("There is no session " + sessionId + " any more."));
        }
        SessionView view = known.view();
        boolean isAnother = shownSeq > view.lastSeq();
        long afterSeq = Math.max(0, Math.max(shownSeq, view.lastSeq() - earlierEvents));
        return connection
                .ask(server -> server.attachSession(new SessionAttachParams(sessionId, afterSeq)))
                .thenAcceptAsync(
                        answer -> {
                            // Of another connection, what comes next is not what was asked for.
                            if (connection == attached.connected()) {
                                known.screens().put(screen);
                                screen.begin(view.lastSeq(), isAnother);
                            }
                        },
                        thread);
    }

    /** Shows them no more. Completed once no more come. */
    public CompletableFuture<@Nullable Void> hide(String sessionId, Screen screen) {
        return here(() -> {
            KnownSession known = sessions.get(sessionId);
            if (known != null) {
                unwatch(known, screen);
            }
            return null;
        });
    }

    private void unwatch(KnownSession known, Screen screen) {
        known.screens().remove(screen);
        attached.acknowledge(known);
    }

    /** Of the screens that a session is shown on, this one answers its programs from now on: its size is the session's. */
    public void lead(String sessionId, Screen screen) {
        thread.executeAlways(() -> {
            KnownSession known = sessions.get(sessionId);
            if (known != null) {
                known.screens().lead(screen);
            }
        });
    }

    /** Whether a screen is the one that answers. */
    public boolean leads(String sessionId, Screen screen) {
        KnownSession known = sessions.get(sessionId);
        return known != null && known.screens().leads(screen);
    }

    /** Where a screen says how many bytes of what it has been shown it has taken; any thread may. */
    public LongConsumer taker(String sessionId, Screen screen) {
        TakenBytes taken = new TakenBytes(thread, bytes -> {
            KnownSession known = sessions.get(sessionId);
            if (known != null) {
                known.screens().taken(screen, bytes);
                attached.acknowledge(known);
            }
        });
        return taken::add;
    }

    /**
     * Shows a session's new events on one more screen, until that is closed. Output comes no faster than it says that it
     * takes it.
     */
    public Watching watch(SessionView view, Screen screen) {
        // One that is over shows nothing any more.
        KnownSession known = Objects.requireNonNullElseGet(sessions.get(view.id()), () -> attached.known(view));
        thread.executeAlways(() -> known.screens().watch(screen));
        LongConsumer taker = taker(view.id(), screen);
        return new Watching() {
            @Override
            public void taken(long bytes) {
                taker.accept(bytes);
            }

            @Override
            public void close() {
                thread.executeAlways(() -> unwatch(known, screen));
            }
        };
    }

    /** Tells nobody anything more. The supervisor is not ours and goes on. */
    @Override
    public void close() {
        registration.close();
        sessions.tellNobody();
        thread.close();
    }
}
