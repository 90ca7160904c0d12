package dev.sandshell.protocol;

import com.google.gson.annotations.JsonAdapter;
import org.jspecify.annotations.Nullable;

/** A command that has ended, of this server or another of the same user. {@code cwd} is where it began. */
public record HistoryEntry(
        @Required String id,
        @Required String sessionId,
        @Required String command,
        @Required String cwd,

        @JsonAdapter(value = ExplicitNull.class, nullSafe = false) @Nullable
        Integer exitCode,

        long startedAtMs,
        long durationMs) {}
