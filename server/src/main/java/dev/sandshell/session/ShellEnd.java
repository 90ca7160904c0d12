package dev.sandshell.session;

import org.jspecify.annotations.Nullable;

/** How a shell's process ended: with a code, by a signal, or unknown where both are null. */
public record ShellEnd(@Nullable Integer exitCode, @Nullable String signal) {}
