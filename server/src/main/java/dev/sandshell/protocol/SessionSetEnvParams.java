package dev.sandshell.protocol;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code sandbox/session/setEnv}; null unsets. */
public record SessionSetEnvParams(
        @Required String sessionId, @Required Map<String, @Nullable String> env) {}
