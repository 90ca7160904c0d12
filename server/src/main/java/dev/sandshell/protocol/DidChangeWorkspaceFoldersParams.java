package dev.sandshell.protocol;

/** Parameters of LSP's {@code workspace/didChangeWorkspaceFolders}. */
public record DidChangeWorkspaceFoldersParams(@Required WorkspaceFoldersChangeEvent event) {}
