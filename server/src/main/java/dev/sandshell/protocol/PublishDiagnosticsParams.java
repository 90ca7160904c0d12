package dev.sandshell.protocol;

import java.util.List;

/** Parameters of LSP's {@code textDocument/publishDiagnostics}: all that there are of a document now. */
public record PublishDiagnosticsParams(
        @Required String uri, @Required List<Diagnostic> diagnostics) {}
