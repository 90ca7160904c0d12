package dev.sandshell.protocol;

/** A text that comes in the place of a stretch, as LSP has it. */
public record TextEdit(@Required Range range, @Required String newText) {}
