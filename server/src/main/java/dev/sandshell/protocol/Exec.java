package dev.sandshell.protocol;

import com.google.gson.annotations.JsonAdapter;
import org.jspecify.annotations.Nullable;

/** A command and how far it has come. {@code state} is queued, running, exited or closed. */
public record Exec(
        @Required String sessionId,
        @Required String execId,
        @Required String command,
        @Required String cwd,
        @Required String state,
        boolean background,

        @JsonAdapter(value = ExplicitNull.class, nullSafe = false) @Nullable
        Integer exitCode,

        @JsonAdapter(value = ExplicitNull.class, nullSafe = false) @Nullable
        String signal,

        boolean timedOut,
        boolean shellExited,
        boolean stateRestored,
        long stdoutBytes,
        long stderrBytes,
        @Nullable Long startedAtMs,
        @Nullable Long durationMs) {}
