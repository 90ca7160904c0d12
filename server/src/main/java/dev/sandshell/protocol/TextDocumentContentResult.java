package dev.sandshell.protocol;

/** Answer of {@code workspace/textDocumentContent}. */
public record TextDocumentContentResult(@Required String text) {}
