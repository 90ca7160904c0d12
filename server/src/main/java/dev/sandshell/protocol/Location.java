package dev.sandshell.protocol;

/** A stretch of a document, as LSP has it. */
public record Location(@Required String uri, @Required Range range) {}
