package dev.sandshell.protocol;

import org.jspecify.annotations.Nullable;

/** Parameters of {@code sandbox/exec/wait}. */
public record ExecWaitParams(
        @Required String execId,
        @Required WaitCondition until,
        @Nullable Long timeoutMs) {}
