package dev.sandshell.intellij.core.sessions;

import dev.sandshell.intellij.core.concurrent.SerialExecutor;
import dev.sandshell.intellij.core.server.SandboxConnection;
import dev.sandshell.protocol.ExecListParams;
import dev.sandshell.protocol.Session;
import dev.sandshell.protocol.SessionAckParams;
import dev.sandshell.protocol.SessionAttachParams;
import dev.sandshell.protocol.SessionAttachResult;
import dev.sandshell.protocol.SessionListParams;
import dev.sandshell.protocol.SessionListResult;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings what is known of the sessions to what a connection tells: all of them are attached, as soon as they are heard of.
 * Confined to the thread of {@link Sessions}. A connection that is not the last one says nothing any more.
 */
final class AttachedSessions {
    private final SerialExecutor thread;
    private final KnownSessions sessions = new KnownSessions(this::known);
    private @Nullable SandboxConnection connected;

    /** What is remembered here is known to the server, too. */
    private CompletableFuture<@Nullable Void> isCurrent = CompletableFuture.completedFuture(null);

    AttachedSessions(SerialExecutor thread) {
        this.thread = thread;
    }

    /** Any thread may look. */
    KnownSessions known() {
        return sessions;
    }

    /** The last connection that there was. */
    @Nullable
    SandboxConnection connected() {
        return connected;
    }

    CompletableFuture<@Nullable Void> isCurrent() {
        return isCurrent;
    }

    KnownSession known(SessionView view) {
        return new KnownSession(view, new SessionScreens());
    }

    void begin(SandboxConnection connection) {
        connected = connection;
        sessions.all().forEach(known -> known.screens().interrupt());
        isCurrent = connection
                .ask(server -> server.listSessions(new SessionListParams()))
                .thenComposeAsync(answer -> attachAll(connection, answer), thread);
    }

    private CompletableFuture<@Nullable Void> attachAll(SandboxConnection connection, SessionListResult answer) {
        sessions.keep(answer.sessions().stream().map(Session::sessionId).collect(Collectors.toSet()));
        CompletableFuture<?>[] attaching = answer.sessions().stream()
                // One that has gone meanwhile is told of, too.
                .map(session -> attach(connection, session.sessionId()).handle((view, gone) -> view))
                .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(attaching).thenRunAsync(() -> sessions.tell(SessionsListener::listed), thread);
    }

    /** What has been missed comes again where something has been heard of the session before. */
    CompletableFuture<SessionView> attach(SandboxConnection connection, String sessionId) {
        KnownSession known = sessions.get(sessionId);
        Long afterSeq = known == null ? null : known.view().lastSeq();
        return connection
                .ask(server -> server.attachSession(new SessionAttachParams(sessionId, afterSeq)))
                .thenApplyAsync(attached -> attached(known, attached), thread)
                .thenComposeAsync(
                        view -> connection
                                .ask(server -> server.listExecs(new ExecListParams(sessionId, null)))
                                .thenApplyAsync(
                                        answer -> {
                                            view.remember(answer.execs());
                                            sessions.tell(listener -> listener.changed(view));
                                            return view;
                                        },
                                        thread),
                        thread);
    }

    private SessionView attached(@Nullable KnownSession known, SessionAttachResult attached) {
        SessionView view = sessions.update(attached.session());
        long before = attached.replayedFromSeq() - 1;
        if (known == null) {
            view.goOnAfter(Math.max(view.lastSeq(), before));
        } else if (before < view.lastSeq()) {
            // Another session of that name.
            view.beginAgainAfter(before);
            known.screens().beginAgain();
        }
        return view;
    }

    void heardOf(SandboxConnection connection, Session session) {
        if (connection != connected) {
            return;
        }
        if (session.state().equals("terminated")) {
            sessions.forget(session.sessionId());
        } else if (sessions.get(session.sessionId()) != null) {
            sessions.update(session);
        } else {
            CompletableFuture<?> unused = attach(connection, session.sessionId());
        }
    }

    void take(SandboxConnection connection, SessionEvent event) {
        KnownSession known = connection == connected ? sessions.take(event) : null;
        if (known != null) {
            acknowledge(known);
        }
    }

    void acknowledge(KnownSession known) {
        long bytes = known.screens().acknowledge();
        if (bytes > 0 && connected != null) {
            connected.server().acknowledge(new SessionAckParams(known.view().id(), bytes));
        }
    }
}
