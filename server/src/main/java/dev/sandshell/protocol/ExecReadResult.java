package dev.sandshell.protocol;

import java.util.List;

/** A part of a command's kept output; read on after {@code nextSeq - 1}. */
public record ExecReadResult(
        @Required List<OutputChunk> chunks, long nextSeq, boolean exited, boolean closed, boolean truncated) {}
