package dev.sandshell.protocol;

import org.jspecify.annotations.Nullable;

/** Parameters of rust-analyzer's {@code experimental/runnables}: of a whole document, or at a place in it. */
public record RunnablesParams(
        @Required TextDocumentIdentifier textDocument,
        @Nullable Position position) {}
