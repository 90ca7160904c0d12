package dev.sandshell.intellij.core.sessions;

import dev.sandshell.intellij.core.server.Call;
import dev.sandshell.protocol.ExecParams;
import dev.sandshell.protocol.ExecResult;
import dev.sandshell.protocol.HistoryEntry;
import dev.sandshell.protocol.TerminalSize;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the server and nothing of it remembered here. Any thread may ask and none waits: futures complete on the
 * thread of {@link Sessions}, and fail with a {@link dev.sandshell.intellij.core.server.SandboxException} or with why there
 * is no server. What is attached to one that has completed already runs at once, where it is attached.
 */
public abstract sealed class SessionRequests permits Sessions {
    /** Types on a session's terminal. */
    public CompletableFuture<Void> input(String sessionId, String text) {
        throw new UnsupportedOperationException();
    }

    /** A session that is gone, or a server that is, has no size; so this never fails. */
    public CompletableFuture<Void> resize(String sessionId, TerminalSize size) {
        throw new UnsupportedOperationException();
    }

    /** Gives a running command input. */
    public CompletableFuture<Void> write(String execId, String text) {
        throw new UnsupportedOperationException();
    }

    /** Ctrl-C; answers whether it still ran. */
    public CompletableFuture<Boolean> interrupt(String execId) {
        throw new UnsupportedOperationException();
    }

    /** Sends a signal, such as {@code SIGTERM}; answers whether it still ran. */
    public CompletableFuture<Boolean> kill(String execId, String signal) {
        throw new UnsupportedOperationException();
    }

    /** Exported variables as the shell holds them: those of these names, or all where there are none. */
    public CompletableFuture<Map<String, String>> environment(String sessionId, List<String> names) {
        throw new UnsupportedOperationException();
    }

    /** Exports variables; null unsets. */
    public CompletableFuture<Void> setEnvironment(String sessionId, Map<String, @Nullable String> env) {
        throw new UnsupportedOperationException();
    }

    /** What this user has run in any session, newest first, where it has all of these words. */
    public CompletableFuture<List<HistoryEntry>> history(String query, int limit) {
        throw new UnsupportedOperationException();
    }

    /** What is kept of a command's output, and how it ended if it has. */
    public CompletableFuture<KeptOutput> output(String execId) {
        throw new UnsupportedOperationException();
    }

    /** Runs a command. */
    public Call<ExecResult> exec(ExecParams params) {
        throw new UnsupportedOperationException();
    }
}
