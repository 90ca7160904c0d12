package dev.sandshell.protocol;

/** {@code sandbox/exec/started}. */
public record ExecStartedNotification(
        @Required String sessionId,
        @Required String execId,
        @Required String command,
        @Required String cwd,
        long startedAtMs,
        boolean background,
        long seq) {}
