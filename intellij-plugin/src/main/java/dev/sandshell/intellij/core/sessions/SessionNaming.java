package dev.sandshell.intellij.core.sessions;

import dev.sandshell.protocol.Session;
import java.util.Collection;
import java.util.Optional;

/** What sessions are called. All editors of a user give the same folder the same session. */
public final class SessionNaming {
    /** What a session is made with. */
    public record Named(String sessionId, String name) {}

    private SessionNaming() {}

    /** The session of a folder: named after it, with a mark of its whole path in the id. */
    public static Named folderSession(String folder) {
        throw new UnsupportedOperationException();
    }

    /** What a session of a name is made with. The id follows from the name, so that two who make it at once make one. */
    public static Named newSessionFor(String name) {
        throw new UnsupportedOperationException();
    }

    /** The session that somebody means: the one of this id, or else the oldest of this name. */
    public static Optional<Session> sessionNamed(Collection<Session> sessions, String wanted) {
        throw new UnsupportedOperationException();
    }

    /** The name of a further session of a folder: {@code name 2}, or the next number that is free. */
    public static String nextName(String name, Collection<Session> sessions) {
        throw new UnsupportedOperationException();
    }
}
