package dev.sandshell.protocol;

import org.jspecify.annotations.Nullable;

/** Parameters of {@code sandbox/exec/write}. */
public record ExecWriteParams(
        @Required String execId,
        @Nullable String text,
        @Nullable String dataBase64,
        @Nullable Boolean closeStdin) {}
