package dev.sandshell.intellij.core.sessions;

import dev.sandshell.protocol.ExecClosedNotification;
import dev.sandshell.protocol.ExecExitedNotification;
import dev.sandshell.protocol.ExecInputRequiredNotification;
import dev.sandshell.protocol.ExecOutputNotification;
import dev.sandshell.protocol.ExecStartedNotification;
import dev.sandshell.protocol.SandboxClient;
import dev.sandshell.protocol.Session;
import dev.sandshell.protocol.SessionChangedNotification;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What one connection tells of sessions, as events. Called on the connection's thread, which the takers may hold up. */
final class SessionNews implements SandboxClient {
    private final Consumer<SessionEvent> events;
    private final Consumer<Session> changes;

    SessionNews(Consumer<SessionEvent> events, Consumer<Session> changes) {
        this.events = events;
        this.changes = changes;
    }

    @Override
    public void execStarted(ExecStartedNotification params) {
        events.accept(new SessionEvent.Started(params, shown(params.terminalText())));
    }

    @Override
    public void execOutput(ExecOutputNotification params) {
        String shown = params.terminalText();
        events.accept(new SessionEvent.Output(params, shown == null ? shown(params.text()) : shown));
    }

    @Override
    public void execInputRequired(ExecInputRequiredNotification params) {
        events.accept(new SessionEvent.InputRequired(params));
    }

    @Override
    public void execExited(ExecExitedNotification params) {
        events.accept(new SessionEvent.Exited(params, shown(params.terminalText())));
    }

    @Override
    public void execClosed(ExecClosedNotification params) {
        events.accept(new SessionEvent.Closed(params, shown(params.terminalText())));
    }

    @Override
    public void sessionChanged(SessionChangedNotification params) {
        changes.accept(params.session());
    }

    /** What is left out shows nothing. */
    private static String shown(@Nullable String text) {
        return text == null ? "" : text;
    }
}
