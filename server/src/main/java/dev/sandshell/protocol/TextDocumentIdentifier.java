package dev.sandshell.protocol;

/** Which document is meant, as LSP has it. */
public record TextDocumentIdentifier(@Required String uri) {}
