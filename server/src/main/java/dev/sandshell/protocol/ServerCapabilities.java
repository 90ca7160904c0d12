package dev.sandshell.protocol;

/** What the server can do: of the core of LSP, documents and the lenses on them; the rest is beyond. */
public record ServerCapabilities(
        @Required ExperimentalServerCapabilities experimental,
        @Required String positionEncoding,
        @Required TextDocumentSyncOptions textDocumentSync,
        @Required CodeLensOptions codeLensProvider,
        @Required CompletionOptions completionProvider,
        boolean definitionProvider,
        boolean hoverProvider) {}
