package dev.sandshell.protocol;

import org.jspecify.annotations.Nullable;

/**
 * What a tool has said about a stretch of a document, as LSP has it.
 *
 * @param severity 1 an error, 2 a warning, 3 information
 * @param code the rule that is broken
 * @param source the tool
 */
public record Diagnostic(
        @Required Range range,
        @Required int severity,
        @Nullable String code,
        @Nullable String source,
        @Required String message) {}
