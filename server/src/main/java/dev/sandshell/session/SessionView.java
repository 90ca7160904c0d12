package dev.sandshell.session;

import org.jspecify.annotations.Nullable;

/**
 * What anyone may know of a session: a picture of one moment, safe on any thread.
 *
 * @param lastEnd how the shell before this one ended, or null where there was none
 * @param isFromStore whether its shell has the state that was kept over the end of a server, or will have it once it is
 *     needed; null where it has not to do with that
 */
public record SessionView(
        String sessionId,
        String name,
        SessionState state,
        String shell,
        long pid,
        String cwd,
        long createdAtMs,
        TerminalSize size,
        @Nullable String currentExecId,
        int queued,
        int restarts,
        int attachedClients,
        @Nullable ShellEnd lastEnd,
        @Nullable Boolean isFromStore) {}
