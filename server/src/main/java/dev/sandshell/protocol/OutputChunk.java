package dev.sandshell.protocol;

import org.jspecify.annotations.Nullable;

/** A piece of a stream, as text or as base64. */
public record OutputChunk(
        long seq,
        @Required String stream,
        long offset,
        @Nullable String text,
        @Nullable String dataBase64) {}
