package dev.sandshell.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code sandbox/session/getEnv}. */
public record SessionGetEnvParams(
        @Required String sessionId, @Nullable List<String> names) {}
