package dev.sandshell.protocol;

import com.google.gson.annotations.JsonAdapter;
import org.jspecify.annotations.Nullable;

/** {@code sandbox/exec/output}: a piece of a stream, as text or as base64. */
public record ExecOutputNotification(
        @Required String sessionId,

        @JsonAdapter(value = ExplicitNull.class, nullSafe = false) @Nullable
        String execId,

        long seq,
        @Required String stream,
        long offset,
        @Nullable String text,
        @Nullable String dataBase64) {}
