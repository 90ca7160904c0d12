package dev.sandshell.protocol;

import org.jspecify.annotations.Nullable;

/** Parameters of {@code sandbox/exec/read}. */
public record ExecReadParams(
        @Required String execId,
        @Nullable Long afterSeq,
        @Nullable Long maxBytes,
        @Nullable Long waitMs) {}
