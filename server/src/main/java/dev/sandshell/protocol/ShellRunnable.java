package dev.sandshell.protocol;

/** Something that a client can run by itself, as rust-analyzer has it; {@code kind} is shell. */
public record ShellRunnable(
        @Required String label,
        @Required LocationLink location,
        @Required String kind,
        @Required ShellRunnableArgs args) {}
