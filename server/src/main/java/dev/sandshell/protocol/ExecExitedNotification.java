package dev.sandshell.protocol;

import com.google.gson.annotations.JsonAdapter;
import org.jspecify.annotations.Nullable;

/**
 * {@code sandbox/exec/exited}: the result without the output.
 *
 * @param terminalText what a terminal that shows the session is sent because of it, where the client wants to know that
 */
public record ExecExitedNotification(
        @Required String sessionId,
        @Required String execId,

        @JsonAdapter(value = ExplicitNull.class, nullSafe = false) @Nullable
        Integer exitCode,

        @JsonAdapter(value = ExplicitNull.class, nullSafe = false) @Nullable
        String signal,

        boolean timedOut,
        boolean shellExited,
        boolean stateRestored,
        long stdoutBytes,
        long stderrBytes,
        long startedAtMs,
        long durationMs,
        @Required String cwd,
        long seq,
        @Nullable String terminalText) {}
