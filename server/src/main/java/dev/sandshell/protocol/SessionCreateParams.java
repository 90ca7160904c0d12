package dev.sandshell.protocol;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code sandbox/session/create}. */
public record SessionCreateParams(
        @Nullable String sessionId,
        @Nullable String name,
        @Nullable String cwd,
        @Nullable Map<String, @Nullable String> env,
        @Nullable String shell,
        @Nullable String startup,
        @Nullable TerminalSize size,
        @Nullable Long commandTimeoutMs,
        @Nullable String history) {}
