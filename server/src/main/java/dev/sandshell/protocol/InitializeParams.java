package dev.sandshell.protocol;

import org.jspecify.annotations.Nullable;

/** What we read of LSP's {@code initialize}; the rest is ignored. */
public record InitializeParams(
        @Nullable Integer processId,
        @Nullable ClientCapabilities capabilities,
        @Nullable InitializationOptions initializationOptions) {}
