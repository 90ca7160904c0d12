package dev.sandshell.protocol;

/** A document with its text, as LSP has it. What can be run is known of {@code shellscript} and {@code markdown}. */
public record TextDocumentItem(
        @Required String uri,
        @Required String languageId,
        int version,
        @Required String text) {}
