package dev.sandshell.protocol;

/**
 * Something that is wrong with a document, as LSP has it.
 *
 * @param severity 1 is an error, 2 a warning
 */
public record Diagnostic(
        @Required Range range,
        int severity,
        @Required String source,
        @Required String message) {}
