package dev.sandshell.protocol;

/** What is said about a place in a document, as LSP has it. */
public record Hover(@Required MarkupContent contents) {}
