package dev.sandshell.protocol;

import org.jspecify.annotations.Nullable;

/** What the server can do about a workspace, as LSP has it. */
public record WorkspaceServerCapabilities(
        @Required TextDocumentContentOptions textDocumentContent,
        @Nullable WorkspaceFoldersServerCapabilities workspaceFolders) {}
