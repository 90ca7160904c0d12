package dev.sandshell.protocol;

/** A place in a document, as LSP has it. */
public record LocationLink(
        @Required String targetUri,
        @Required Range targetRange,
        @Required Range targetSelectionRange) {}
