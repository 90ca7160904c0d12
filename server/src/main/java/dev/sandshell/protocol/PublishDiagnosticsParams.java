package dev.sandshell.protocol;

import java.util.List;

/** All that is known of a document from now on, as LSP has it. */
public record PublishDiagnosticsParams(
        @Required String uri, @Required List<Diagnostic> diagnostics) {}
