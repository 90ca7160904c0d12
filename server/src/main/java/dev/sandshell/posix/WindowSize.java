package dev.sandshell.posix;

/** The size of a terminal's screen in character cells. */
public record WindowSize(int rows, int cols) {}
