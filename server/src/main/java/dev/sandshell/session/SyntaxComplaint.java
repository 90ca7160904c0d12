package dev.sandshell.session;

/**
 * What a shell has against the grammar of a script.
 *
 * @param line where it noticed, from 1
 * @param message in its own words
 */
public record SyntaxComplaint(int line, String message) {}
