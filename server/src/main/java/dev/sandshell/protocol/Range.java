package dev.sandshell.protocol;

/** A stretch of a document; its end is not in it, as LSP has it. */
public record Range(@Required Position start, @Required Position end) {}
