package dev.sandshell.intellij.core.sessions;

import dev.sandshell.protocol.Session;

/** A session in a few words. */
public final class SessionStatus {
    private static final int COMMAND = 30;

    private SessionStatus() {}

    /** What it is called, where it is if that is not what it is called, and what it does and for how long. */
    public static String words(String name, SessionView view, long nowMs) {
        ExecView running = view.current();
        if (running != null) {
            String time = Outcome.duration((double) Math.max(0, nowMs - running.startedAtMs()));
            return name + ": " + Outcome.shortCommand(running.command(), COMMAND) + " " + time;
        }
        Session session = view.session();
        String folder = session.cwd().substring(session.cwd().lastIndexOf('/') + 1);
        String where = folder.equals(name) ? name : name + " " + (folder.isEmpty() ? session.cwd() : folder);
        return session.state().equals("idle") ? where : where + ": " + session.state();
    }
}
