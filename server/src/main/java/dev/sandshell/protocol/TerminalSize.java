package dev.sandshell.protocol;

/** A terminal's size in character cells. */
public record TerminalSize(@Required Integer rows, @Required Integer cols) {}
