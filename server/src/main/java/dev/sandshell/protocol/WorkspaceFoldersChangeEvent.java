package dev.sandshell.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which folders a client has opened and closed, as LSP has it. */
public record WorkspaceFoldersChangeEvent(
        @Required List<@Nullable WorkspaceFolder> added,
        @Required List<@Nullable WorkspaceFolder> removed) {}
