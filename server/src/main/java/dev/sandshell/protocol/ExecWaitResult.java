package dev.sandshell.protocol;

import org.jspecify.annotations.Nullable;

/** What came of waiting. */
public record ExecWaitResult(
        boolean met, @Nullable String match, @Nullable ExecResult result) {}
