package dev.sandshell.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to serve; at most one of pipe and port, else stdio.
 *
 * @param pipe a Unix domain socket that the client listens on
 * @param port a loopback TCP port that the client listens on
 * @param clientProcessId the process to end with
 * @param isShared whether the daemon is to serve, behind stdio
 * @param idleTimeout how long a daemon that has to be started for it is to stay unneeded; null for the usual time
 */
public record ServeOptions(
        @Nullable String pipe,
        @Nullable Integer port,
        @Nullable Integer clientProcessId,
        @Nullable String logFile,
        boolean isShared,
        @Nullable Duration idleTimeout) {

    /** On stdio. */
    static ServeOptions plain(boolean isShared) {
        return new ServeOptions(null, null, null, null, isShared, null);
    }
}
