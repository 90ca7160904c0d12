package dev.sandshell.protocol;

import org.jspecify.annotations.Nullable;

/** What we read of the parameters of LSP's {@code textDocument/codeAction}. */
public record CodeActionParams(
        @Required TextDocumentIdentifier textDocument,
        @Required Range range,
        @Nullable CodeActionContext context) {}
