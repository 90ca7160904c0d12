package dev.sandshell.session;

/** The size of a terminal in character cells. */
public record TerminalSize(int rows, int cols) {
    public static final TerminalSize DEFAULT = new TerminalSize(24, 80);
}
