package dev.sandshell.protocol;

import org.jspecify.annotations.Nullable;

/** Parameters of {@code sandbox/exec/kill}. */
public record ExecKillParams(
        @Required String execId, @Nullable String signal) {}
