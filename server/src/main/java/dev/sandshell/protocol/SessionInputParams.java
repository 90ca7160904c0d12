package dev.sandshell.protocol;

import org.jspecify.annotations.Nullable;

/** Parameters of {@code sandbox/session/input}. */
public record SessionInputParams(
        @Required String sessionId,
        @Nullable String text,
        @Nullable String dataBase64) {}
