package dev.sandshell.intellij.core.sessions;

import dev.sandshell.protocol.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One session as far as it has been heard of: what it is, its commands, and the number of its last event. It stays the same
 * object as long as the session is there. Any thread may look; the thread of {@link Sessions} writes.
 */
public final class SessionView {
    public String id() {
        return session().sessionId();
    }

    /** What the server has said of it last. */
    public Session session() {
        throw new UnsupportedOperationException();
    }

    /** Whether it is over. */
    public boolean isTerminated() {
        return session().state().equals("terminated");
    }

    public long lastSeq() {
        throw new UnsupportedOperationException();
    }

    /** The command that runs in its shell. */
    public @Nullable ExecView current() {
        throw new UnsupportedOperationException();
    }

    public @Nullable ExecView exec(String execId) {
        throw new UnsupportedOperationException();
    }

    /** Newest first; at most the last 100 that have ended. */
    public List<ExecView> newestExecs() {
        throw new UnsupportedOperationException();
    }
}
