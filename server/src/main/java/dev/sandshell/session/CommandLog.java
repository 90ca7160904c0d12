package dev.sandshell.session;

import com.google.common.collect.ImmutableList;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The port to what remembers finished commands, beyond their sessions and beyond this server. Any thread may call; no call
 * waits. It never fails for want of a place to write to: then it remembers nothing.
 */
public interface CommandLog {
    /** Remembers nothing. */
    CommandLog NONE = new CommandLog() {
        @Override
        public void add(FinishedCommand command) {}

        @Override
        public CompletableFuture<ImmutableList<Entry>> find(Query query) {
            return CompletableFuture.completedFuture(ImmutableList.of());
        }
    };

    /**
     * A command that has ended. Neither its input nor the variables that its call brought belong here: they may be secret.
     *
     * @param cwd where it began
     * @param exitCode what the shell reported; null where it could not
     */
    record FinishedCommand(
            String sessionId,
            String command,
            String cwd,
            @Nullable Integer exitCode,
            long startedAtMs,
            long durationMs) {
        static FinishedCommand of(Exec exec, ExecResult result) {
            return new FinishedCommand(
                    result.sessionId(),
                    exec.request().command(),
                    exec.startCwd(),
                    result.status().exitCode(),
                    result.startedAtMs(),
                    result.durationMs());
        }
    }

    /** A remembered command; a later one has a higher id. */
    record Entry(long id, FinishedCommand command) {}

    /**
     * What is looked for.
     *
     * @param sessionId of one session only; null for all
     * @param text words that the command contains; null for any command
     * @param limit how many at most
     * @param beforeId only what came before this one; null for the newest
     */
    record Query(
            @Nullable String sessionId,
            @Nullable String text,
            int limit,
            @Nullable Long beforeId) {}

    /** Takes it in, after all that were given before. */
    void add(FinishedCommand command);

    /**
     * What matches, newest first, with all that was added before this call. Completes where sessions live; fails with a
     * {@link dev.sandshell.policy.RefusedException} while too many wait.
     */
    CompletableFuture<ImmutableList<Entry>> find(Query query);
}
