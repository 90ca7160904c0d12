package dev.sandshell.syntax;

/**
 * An error in a script's grammar.
 *
 * @param end the first place after what it is about
 */
public record Problem(int start, int end, String message) {}
