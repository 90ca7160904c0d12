package dev.sandshell.session;

/**
 * Where a function was read from.
 *
 * @param file as the shell was given it, which may be relative to a folder that it was in
 * @param line from 1; 0 where the shell does not tell
 */
public record FunctionPlace(String file, int line) {}
