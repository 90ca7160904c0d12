package dev.sandshell.intellij.core.sessions;

import dev.sandshell.protocol.Exec;
import dev.sandshell.protocol.OutputChunk;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command's output as far as the server keeps it.
 *
 * @param isTruncated its beginning is gone
 * @param end how it ended, if it has
 */
public record KeptOutput(
        String command,
        List<OutputChunk> chunks,
        boolean isTruncated,
        @Nullable Exec end) {
    public KeptOutput {
        chunks = List.copyOf(chunks);
    }
}
