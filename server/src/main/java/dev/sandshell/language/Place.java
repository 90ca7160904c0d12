package dev.sandshell.language;

/** A place in a text: a line and a UTF-16 unit in it, both from 0. */
public record Place(int line, int character) {}
