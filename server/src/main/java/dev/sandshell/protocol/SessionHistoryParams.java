package dev.sandshell.protocol;

import org.jspecify.annotations.Nullable;

/** Parameters of {@code sandbox/session/history}; {@code beforeId} is the id of an entry of an earlier answer. */
public record SessionHistoryParams(
        @Nullable String sessionId,
        @Nullable String query,
        @Nullable Integer limit,
        @Nullable String beforeId) {}
