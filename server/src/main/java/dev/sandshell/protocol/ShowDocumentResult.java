package dev.sandshell.protocol;

/** Answer of {@code window/showDocument}. */
public record ShowDocumentResult(boolean success) {}
