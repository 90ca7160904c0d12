package dev.sandshell.session;

/**
 * A client's view of sessions: the port that {@code rpc} implements. Called on the scheduler, in order; it must not
 * block.
 */
public interface SessionListener {
    void changed(SessionView session);

    void started(ExecView exec, long seq);

    void output(String sessionId, OutputChunk chunk);

    void exited(ExecResult result, long seq);

    void closed(String sessionId, String execId, long seq);

    /**
     * Whether this client has as much of the session's output waiting as it may. Once it has not any more it calls
     * {@link ShellSession#outputDrained}.
     */
    boolean isSaturated(String sessionId);
}
