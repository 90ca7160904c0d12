package dev.sandshell.session;

/**
 * What a shell knows, apart from it: enough for another one to go on from there. Immutable by agreement: nobody writes to
 * the script.
 *
 * @param shell the file name of the program that it is of, and that alone can take it
 * @param script bytes in that shell's own language, which need not be text in any encoding
 */
public record ShellState(String shell, byte[] script) {}
