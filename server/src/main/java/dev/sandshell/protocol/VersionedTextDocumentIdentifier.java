package dev.sandshell.protocol;

/** Which document is meant, and its version after what is told of it, as LSP has it. */
public record VersionedTextDocumentIdentifier(@Required String uri, int version) {}
