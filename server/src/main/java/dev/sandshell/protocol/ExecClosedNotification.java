package dev.sandshell.protocol;

import org.jspecify.annotations.Nullable;

/**
 * {@code sandbox/exec/closed}: nothing of this command can come any more.
 *
 * @param terminalText what a terminal that shows the session is sent because of it, where the client wants to know that
 */
public record ExecClosedNotification(
        @Required String sessionId,
        @Required String execId,
        long seq,
        @Nullable String terminalText) {}
