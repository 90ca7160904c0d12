package dev.sandshell.intellij.core.sessions;

import dev.sandshell.intellij.core.concurrent.SerialExecutor;
import dev.sandshell.intellij.core.server.Call;
import dev.sandshell.intellij.core.server.SandboxConnection;
import dev.sandshell.protocol.Exec;
import dev.sandshell.protocol.ExecIdParams;
import dev.sandshell.protocol.ExecKillParams;
import dev.sandshell.protocol.ExecParams;
import dev.sandshell.protocol.ExecReadParams;
import dev.sandshell.protocol.ExecResult;
import dev.sandshell.protocol.ExecRunningResult;
import dev.sandshell.protocol.ExecWriteParams;
import dev.sandshell.protocol.HistoryEntry;
import dev.sandshell.protocol.OutputChunk;
import dev.sandshell.protocol.SandboxServer;
import dev.sandshell.protocol.SessionGetEnvParams;
import dev.sandshell.protocol.SessionGetEnvResult;
import dev.sandshell.protocol.SessionHistoryParams;
import dev.sandshell.protocol.SessionHistoryResult;
import dev.sandshell.protocol.SessionInputParams;
import dev.sandshell.protocol.SessionSetEnvParams;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the server and nothing of it remembered here. Any thread may ask and none waits: futures complete on the
 * thread of {@link Sessions}, and fail with a {@link dev.sandshell.intellij.core.server.SandboxException} or with why there
 * is no server. What is attached to one that has completed already runs at once, where it is attached.
 */
public abstract sealed class SessionRequests permits Sessions {
    /** The thread of all that is asked and answered. */
    final SerialExecutor thread = new SerialExecutor("sandshell-sessions");

    /** The connection, which is made first where there is none. Completes on the thread. */
    abstract CompletableFuture<SandboxConnection> connection();

    /** Asks for something, on the thread, where sending may wait for the server. */
    final <T> CompletableFuture<T> ask(Function<SandboxServer, CompletableFuture<T>> request) {
        return connection().thenComposeAsync(connection -> connection.ask(request), thread);
    }

    /** The same, and makes something of the answer, on the thread. */
    final <T, R extends @Nullable Object> CompletableFuture<R> ask(
            Function<SandboxServer, CompletableFuture<T>> request, Function<T, R> answer) {
        return ask(request).thenApplyAsync(answer, thread);
    }

    /** Does something on the thread. */
    final <R extends @Nullable Object> CompletableFuture<R> here(Supplier<R> what) {
        return CompletableFuture.completedFuture("now").thenApplyAsync(now -> what.get(), thread);
    }

    /** Types on a session's terminal. */
    public CompletableFuture<@Nullable Void> input(String sessionId, String text) {
        return ask(server -> server.input(new SessionInputParams(sessionId, text, null)), done -> null);
    }

    /** Gives a running command input. */
    public CompletableFuture<@Nullable Void> write(String execId, String text) {
        return ask(server -> server.write(new ExecWriteParams(execId, text, null, null)), done -> null);
    }

    /**
     * Gives a running command input, also such that is no text.
     *
     * @param isLast whether its input ends with that
     */
    public CompletableFuture<@Nullable Void> write(String execId, byte[] bytes, boolean isLast) {
        String base64 = Base64.getEncoder().encodeToString(bytes);
        return ask(server -> server.write(new ExecWriteParams(execId, null, base64, isLast)), done -> null);
    }

    /** Ctrl-C; answers whether it still ran. */
    public CompletableFuture<Boolean> interrupt(String execId) {
        return ask(server -> server.interrupt(new ExecIdParams(execId)), ExecRunningResult::running);
    }

    /** Sends a signal, such as {@code SIGTERM}; answers whether it still ran. */
    public CompletableFuture<Boolean> kill(String execId, String signal) {
        return ask(server -> server.kill(new ExecKillParams(execId, signal)), ExecRunningResult::running);
    }

    /** Exported variables as the shell holds them: those of these names, or all where there are none. */
    public CompletableFuture<Map<String, String>> environment(String sessionId, List<String> names) {
        SessionGetEnvParams params = new SessionGetEnvParams(sessionId, names.isEmpty() ? null : List.copyOf(names));
        return ask(server -> server.getEnv(params), SessionGetEnvResult::env);
    }

    /** Exports variables; null unsets. */
    public CompletableFuture<@Nullable Void> setEnvironment(String sessionId, Map<String, @Nullable String> env) {
        return ask(server -> server.setEnv(new SessionSetEnvParams(sessionId, env)), done -> null);
    }

    /** What this user has run in any session, newest first, where it has all of these words. */
    public CompletableFuture<List<HistoryEntry>> history(String query, int limit) {
        SessionHistoryParams params = new SessionHistoryParams(null, query.isEmpty() ? null : query, limit, null);
        return ask(server -> server.history(params), SessionHistoryResult::entries);
    }

    /** What is kept of a command's output, and how it ended if it has. */
    public CompletableFuture<KeptOutput> output(String execId) {
        return ask(server -> server.getExec(new ExecIdParams(execId)))
                .thenComposeAsync(got -> readOn(got.exec(), new ArrayList<>(), 0, false), thread);
    }

    private CompletableFuture<KeptOutput> readOn(
            Exec exec, List<OutputChunk> chunks, long afterSeq, boolean isTruncated) {
        return ask(server -> server.read(new ExecReadParams(exec.execId(), afterSeq, null, null)))
                .thenComposeAsync(
                        read -> {
                            chunks.addAll(read.chunks());
                            boolean isCut = isTruncated || read.truncated();
                            long readSeq = read.nextSeq() - 1;
                            return read.chunks().isEmpty() || readSeq <= afterSeq
                                    ? CompletableFuture.completedFuture(kept(exec, chunks, isCut))
                                    : readOn(exec, chunks, readSeq, isCut);
                        },
                        thread);
    }

    private static KeptOutput kept(Exec exec, List<OutputChunk> chunks, boolean isTruncated) {
        boolean hasEnded = exec.state().equals("exited") || exec.state().equals("closed");
        return new KeptOutput(exec.command(), chunks, isTruncated, hasEnded ? exec : null);
    }

    /** Runs a command. */
    public Call<ExecResult> exec(ExecParams params) {
        PendingCall<ExecResult> call = new PendingCall<>(thread);
        CompletableFuture<?> unused = connection()
                .thenAcceptAsync(connection -> call.send(() -> connection.call(server -> server.exec(params))), thread)
                .exceptionally(call::fail);
        return call;
    }
}
