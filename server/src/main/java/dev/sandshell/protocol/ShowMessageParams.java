package dev.sandshell.protocol;

/** {@code window/showMessage}: {@code type} is 1 for an error, 2 for a warning, 3 for what is good to know. */
public record ShowMessageParams(int type, @Required String message) {}
