package dev.sandshell.protocol;

import com.google.gson.annotations.JsonAdapter;
import org.jspecify.annotations.Nullable;

/** The exact outcome of a command; docs/protocol.md says when each field is null. */
public record ExecResult(
        @Required String sessionId,
        @Required String execId,

        @JsonAdapter(value = ExplicitNull.class, nullSafe = false) @Nullable
        Integer exitCode,

        @JsonAdapter(value = ExplicitNull.class, nullSafe = false) @Nullable
        String signal,

        boolean timedOut,
        boolean shellExited,
        boolean stateRestored,
        @Nullable String stdout,
        @Nullable String stderr,
        @Nullable String stdoutBase64,
        @Nullable String stderrBase64,
        long stdoutBytes,
        long stderrBytes,
        boolean stdoutTruncated,
        boolean stderrTruncated,
        long startedAtMs,
        long durationMs,
        @Required String cwd) {}
