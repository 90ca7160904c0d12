package dev.sandshell.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What we read of LSP's {@code initialize}; the rest is ignored. */
public record InitializeParams(
        @Nullable Integer processId,
        @Nullable ClientCapabilities capabilities,
        @Nullable InitializationOptions initializationOptions,
        @Nullable String rootUri,
        @Nullable List<WorkspaceFolder> workspaceFolders) {

    /** Those of a client that has no folders open. */
    public InitializeParams(
            @Nullable Integer processId,
            @Nullable ClientCapabilities capabilities,
            @Nullable InitializationOptions initializationOptions) {
        this(processId, capabilities, initializationOptions, null, null);
    }
}
