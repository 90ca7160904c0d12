package dev.sandshell.intellij.ide.actions;

import dev.sandshell.intellij.core.sessions.ExecView;
import dev.sandshell.intellij.core.sessions.Outcome;
import dev.sandshell.intellij.core.sessions.SessionView;

/**
 * A session to choose, or one that is to be made.
 *
 * @param sessionId empty for a new one
 * @param detail where it is, and what it does
 */
record SessionChoice(String sessionId, String name, String detail, boolean isCurrent, boolean isBusy) {
    static final SessionChoice NEW = new SessionChoice("", "New Session", "", false, false);

    static SessionChoice of(SessionView view, String name, boolean isCurrent) {
        ExecView exec = view.current();
        String cwd = view.session().cwd();
        String detail = exec == null ? cwd : cwd + ": " + Outcome.shortCommand(exec.command());
        return new SessionChoice(view.id(), name, detail, isCurrent, exec != null);
    }

    boolean isNew() {
        return sessionId.isEmpty();
    }

    /** What is searched as one types. */
    String text() {
        return name + " " + detail;
    }
}
