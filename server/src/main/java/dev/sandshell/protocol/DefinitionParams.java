package dev.sandshell.protocol;

/** Parameters of LSP's {@code textDocument/definition}. */
public record DefinitionParams(
        @Required TextDocumentIdentifier textDocument,
        @Required Position position) {}
