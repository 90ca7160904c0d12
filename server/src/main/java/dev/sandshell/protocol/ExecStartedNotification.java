package dev.sandshell.protocol;

import org.jspecify.annotations.Nullable;

/**
 * {@code sandbox/exec/started}.
 *
 * @param terminalText what a terminal that shows the session is sent because of it, where the client wants to know that
 */
public record ExecStartedNotification(
        @Required String sessionId,
        @Required String execId,
        @Required String command,
        @Required String cwd,
        long startedAtMs,
        boolean background,
        long seq,
        @Nullable String terminalText) {}
