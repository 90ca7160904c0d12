package dev.sandshell.intellij.core.sessions;

import dev.sandshell.protocol.ExecExitedNotification;
import dev.sandshell.protocol.ExecInputRequiredNotification;
import dev.sandshell.protocol.ExecOutputNotification;
import dev.sandshell.protocol.ExecStartedNotification;
import dev.sandshell.protocol.Session;
import dev.sandshell.protocol.TerminalSize;

/** Events of a session {@code s} and its command {@code e}, as a server tells them. */
final class Events {
    private Events() {}

    static Session session(String state) {
        TerminalSize size = new TerminalSize(24, 80);
        return new Session("s", "s", state, "bash", 1, "/", 1, size, null, 0, 0, 1, null, null);
    }

    static SessionEvent started(long seq) {
        return started(seq, "e", false);
    }

    static SessionEvent started(long seq, String execId, boolean isBackground) {
        return new SessionEvent.Started(
                new ExecStartedNotification("s", execId, "make", "/", 1, isBackground, seq, null), "");
    }

    static SessionEvent output(long seq, String text) {
        return output(seq, text, text);
    }

    static SessionEvent output(long seq, String text, String terminalText) {
        return new SessionEvent.Output(
                new ExecOutputNotification("s", "e", seq, "stdout", 0, text, null, null), terminalText);
    }

    static SessionEvent inputRequired(long seq, boolean isSecret) {
        return new SessionEvent.InputRequired(new ExecInputRequiredNotification("s", "e", isSecret, seq));
    }

    static SessionEvent exited(long seq, String execId, int exitCode) {
        ExecExitedNotification end = new ExecExitedNotification(
                "s", execId, exitCode, null, false, false, false, 0, 0, 1, 2, "/", seq, null);
        return new SessionEvent.Exited(end, "");
    }
}
