package dev.sandshell.protocol;

import org.jspecify.annotations.Nullable;

/** Answer of {@code workspace/executeCommand}: what it is about, as far as that is known at once. */
public record ExecuteCommandResult(
        @Nullable String sessionId, @Nullable String execId) {}
