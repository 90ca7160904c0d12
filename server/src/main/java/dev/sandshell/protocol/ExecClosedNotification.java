package dev.sandshell.protocol;

/** {@code sandbox/exec/closed}: nothing of this command can come any more. */
public record ExecClosedNotification(
        @Required String sessionId, @Required String execId, long seq) {}
