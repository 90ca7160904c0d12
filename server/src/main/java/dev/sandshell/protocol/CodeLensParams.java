package dev.sandshell.protocol;

/** Parameters of LSP's {@code textDocument/codeLens}. */
public record CodeLensParams(@Required TextDocumentIdentifier textDocument) {}
