package dev.sandshell.protocol;

/** What the server can do: of the core of LSP, documents and what can be run in them; the rest is beyond. */
public record ServerCapabilities(
        @Required ExperimentalServerCapabilities experimental,
        @Required String positionEncoding,
        @Required TextDocumentSyncOptions textDocumentSync,
        @Required CodeLensOptions codeLensProvider,
        @Required ExecuteCommandOptions executeCommandProvider,
        @Required CodeActionOptions codeActionProvider,
        @Required CompletionOptions completionProvider,
        boolean definitionProvider,
        boolean hoverProvider,
        @Required WorkspaceServerCapabilities workspace) {}
