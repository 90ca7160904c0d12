package dev.sandshell.session;

/**
 * A client's view of sessions: the port that {@code rpc} implements. Called on the scheduler, in order; it must not
 * block.
 */
public interface SessionListener {
    void changed(SessionView session);

    /**
     * The same of a session that has come or gone, to a client that is not attached to it. False where too much of this
     * kind waits for the client; once it does not any more it calls {@link SessionRegistry#onlookerDrained}.
     */
    boolean cameOrWent(SessionView session);

    void started(ExecView exec, long seq, Telling telling);

    /** Answers whether the client is sent it, in whatever form. */
    boolean output(String sessionId, OutputChunk chunk, Telling telling);

    void inputRequired(String sessionId, String execId, boolean isSecret, long seq, Telling telling);

    void exited(ExecResult result, long seq, Telling telling);

    void closed(String sessionId, String execId, long seq, Telling telling);

    /** It is told no more of what happens in a session it was attached to: it has detached, or that is over. */
    void detached(String sessionId);

    /**
     * Whether this client has as much of the session's output waiting as it may. Once it has not any more it calls
     * {@link ShellSession#outputDrained}.
     */
    boolean isSaturated(String sessionId);

    /** Whether it says how much output it has taken, and is sent no more than a window of it before; never changes. */
    boolean acknowledges();
}
