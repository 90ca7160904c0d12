package dev.sandshell.protocol;

import org.jspecify.annotations.Nullable;

/** Parameters of {@code $/setTrace}. */
public record SetTraceParams(@Nullable String value) {}
