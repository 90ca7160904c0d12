package dev.sandshell.protocol;

import org.jspecify.annotations.Nullable;

/** Parameters of {@code sandbox/session/fork}. */
public record SessionForkParams(
        @Required String sessionId, @Nullable String newSessionId) {}
