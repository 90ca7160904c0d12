package dev.sandshell.protocol;

/** Parameters of LSP's {@code textDocument/completion}. */
public record CompletionParams(
        @Required TextDocumentIdentifier textDocument,
        @Required Position position) {}
