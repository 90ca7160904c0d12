package dev.sandshell.protocol;

import org.jspecify.annotations.Nullable;

/** Parameters of {@code sandbox/session/reset}. */
public record SessionResetParams(
        @Required String sessionId, @Nullable Boolean keepState) {}
