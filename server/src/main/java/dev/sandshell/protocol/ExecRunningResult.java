package dev.sandshell.protocol;

/** Whether the command was still running. */
public record ExecRunningResult(boolean running) {}
