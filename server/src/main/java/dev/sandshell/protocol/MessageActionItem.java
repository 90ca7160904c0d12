package dev.sandshell.protocol;

/** An answer that can be chosen. */
public record MessageActionItem(@Required String title) {}
