package dev.sandshell.session;

import org.jspecify.annotations.Nullable;

/**
 * A piece of output as it was read: immutable, so that the log and every client share it.
 *
 * @param seq its place among the session's events, from 1
 * @param execId the command, or null for what the terminal shows outside of any
 * @param offset the bytes of this stream that came before it
 * @param length how many bytes it stands for
 * @param text the decoded text, or null where the bytes are wanted
 * @param bytes the bytes, or null where there is text
 */
public record OutputChunk(
        long seq,
        @Nullable String execId,
        StreamName stream,
        long offset,
        int length,
        @Nullable String text,
        byte @Nullable [] bytes) {}
