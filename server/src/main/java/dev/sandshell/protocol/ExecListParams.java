package dev.sandshell.protocol;

import org.jspecify.annotations.Nullable;

/** Parameters of {@code sandbox/exec/list}. */
public record ExecListParams(
        @Nullable String sessionId, @Nullable Boolean running) {}
