package dev.sandshell.protocol;

import org.jspecify.annotations.Nullable;

/** What a client may ask for in {@code initialize}. */
public record InitializationOptions(@Nullable Boolean flowControl) {}
