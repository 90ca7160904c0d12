package dev.sandshell.protocol;

/** What the server can do about a workspace, as LSP has it. */
public record WorkspaceServerCapabilities(@Required TextDocumentContentOptions textDocumentContent) {}
