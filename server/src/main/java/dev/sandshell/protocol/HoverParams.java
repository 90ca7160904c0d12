package dev.sandshell.protocol;

/** Parameters of LSP's {@code textDocument/hover}. */
public record HoverParams(
        @Required TextDocumentIdentifier textDocument,
        @Required Position position) {}
