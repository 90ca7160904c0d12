package dev.sandshell.intellij.core.server;

/**
 * What a program has printed, and how it ended.
 *
 * @param text standard output, and then standard error
 */
public record Printed(String text, int exitCode) {}
