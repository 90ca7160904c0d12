package dev.sandshell.protocol;

/** Parameters of LSP's {@code workspace/textDocumentContent}, and of the request to ask for it again. */
public record TextDocumentContentParams(@Required String uri) {}
