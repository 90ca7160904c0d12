package dev.sandshell.protocol;

/** Parameters of LSP's {@code textDocument/didOpen}. */
public record DidOpenTextDocumentParams(@Required TextDocumentItem textDocument) {}
