package dev.sandshell.protocol;

import org.jspecify.annotations.Nullable;

/** What we read of a client's window capabilities. */
public record WindowClientCapabilities(
        @Nullable Boolean workDoneProgress, @Nullable ShowDocumentClientCapabilities showDocument) {}
