package dev.sandshell.protocol;

import java.util.List;

/** Parameters of LSP's {@code textDocument/didChange}: the changes one after the other. */
public record DidChangeTextDocumentParams(
        @Required VersionedTextDocumentIdentifier textDocument,
        @Required List<TextDocumentContentChangeEvent> contentChanges) {}
