package dev.sandshell.cli;

import org.jspecify.annotations.Nullable;

/**
 * How to serve; at most one of pipe and port, else stdio.
 *
 * @param pipe a Unix domain socket that the client listens on
 * @param port a loopback TCP port that the client listens on
 * @param clientProcessId the process to end with
 */
public record ServeOptions(
        @Nullable String pipe,
        @Nullable Integer port,
        @Nullable Integer clientProcessId,
        @Nullable String logFile) {}
