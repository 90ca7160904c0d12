package dev.sandshell.protocol;

import org.jspecify.annotations.Nullable;

/**
 * A live shell and what it is doing. {@code state} is starting, idle, busy or terminated;
 * {@code lastExit} is how the shell before this one ended.
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
        @Nullable ShellExit lastExit) {}
