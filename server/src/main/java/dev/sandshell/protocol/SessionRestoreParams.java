package dev.sandshell.protocol;

import org.jspecify.annotations.Nullable;

/** Parameters of {@code sandbox/session/restore}. */
public record SessionRestoreParams(
        @Required String snapshot,
        @Nullable String sessionId,
        @Nullable String name) {}
