package dev.sandshell.protocol;

/** One command. */
public record ExecGetResult(@Required Exec exec) {}
