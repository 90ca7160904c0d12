package dev.sandshell.protocol;

/** A shell that sessions can have. The version is empty where the shell does not say. */
public record ShellInfo(
        @Required String name,
        @Required String path,
        @Required String version) {}
