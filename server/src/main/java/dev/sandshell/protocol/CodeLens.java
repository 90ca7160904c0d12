package dev.sandshell.protocol;

/** Something that is offered beside a line of a document, as LSP has it. */
public record CodeLens(@Required Range range, @Required Command command) {}
