package dev.sandshell.protocol;

/** Something that can be done with a stretch of a document, as LSP has it. */
public record CodeAction(
        @Required String title,
        @Required String kind,
        @Required ActionCommand command) {}
