package dev.sandshell.session;

import org.jspecify.annotations.Nullable;

/** What anyone may know of a command: a picture of one moment, safe on any thread. */
public record ExecView(
        String sessionId,
        String execId,
        String command,
        String cwd,
        Phase phase,
        boolean isBackground,
        ExecStatus status,
        long stdoutBytes,
        long stderrBytes,
        @Nullable Long startedAtMs,
        @Nullable Long durationMs) {

    /** How far it has come. */
    public enum Phase {
        QUEUED,
        RUNNING,
        /** The shell has reported; something that it started may still hold its output. */
        EXITED,
        /** Nothing can come any more. */
        CLOSED
    }
}
