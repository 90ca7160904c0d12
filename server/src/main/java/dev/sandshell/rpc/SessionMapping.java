package dev.sandshell.rpc;

import dev.sandshell.protocol.Session;
import dev.sandshell.protocol.ShellExit;
import dev.sandshell.protocol.TerminalSize;
import dev.sandshell.session.SessionView;
import java.util.Locale;

/** Words what is known of sessions for the wire. Pure. */
final class SessionMapping {
    private SessionMapping() {}

    static Session session(SessionView view) {
        return new Session(
                view.sessionId(),
                view.name(),
                view.state().name().toLowerCase(Locale.ROOT),
                view.shell(),
                view.pid(),
                view.cwd(),
                view.createdAtMs(),
                new TerminalSize(view.size().rows(), view.size().cols()),
                view.currentExecId(),
                view.queued(),
                view.restarts(),
                view.attachedClients(),
                view.lastEnd() == null
                        ? null
                        : new ShellExit(
                                view.lastEnd().exitCode(), view.lastEnd().signal()),
                view.isFromStore());
    }
}
