package dev.sandshell.protocol;

import org.jspecify.annotations.Nullable;

/** What to wait for: exactly one of exit, log and port. */
public record WaitCondition(
        @Nullable Boolean exit,
        @Nullable String log,
        @Nullable Integer port,
        @Nullable String host) {}
