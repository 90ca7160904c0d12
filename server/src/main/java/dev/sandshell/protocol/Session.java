package dev.sandshell.protocol;

import org.jspecify.annotations.Nullable;

/**
 * A live shell and what it is doing. {@code state} is starting, idle, busy or terminated;
 * {@code lastExit} is how the shell before this one ended; {@code stateRestored} is there where its shell
 * takes up a session that the server before has left, and says whether it has that session's state.
 */
public record Session(
        @Required String sessionId,
        @Required String name,
        @Required String state,
        @Required String shell,
        long pid,
        @Required String cwd,
        long createdAtMs,
        @Required TerminalSize size,
        @Nullable String currentExecId,
        int queued,
        int restarts,
        int attachedClients,
        @Nullable ShellExit lastExit,
        @Nullable Boolean stateRestored) {}
