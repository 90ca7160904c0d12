package dev.sandshell.protocol;

/** How the server wants to hear of documents, as LSP has it: 2 is by their changes. */
public record TextDocumentSyncOptions(boolean openClose, int change) {}
