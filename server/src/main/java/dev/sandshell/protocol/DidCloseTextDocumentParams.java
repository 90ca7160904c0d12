package dev.sandshell.protocol;

/** Parameters of LSP's {@code textDocument/didClose}. */
public record DidCloseTextDocumentParams(@Required TextDocumentIdentifier textDocument) {}
