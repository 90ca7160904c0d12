package dev.sandshell.protocol;

/** A place in a document: a line and a UTF-16 unit in it, both from 0, as LSP has it. */
public record Position(int line, int character) {}
