package dev.sandshell.protocol;

/** What is shown beside a label, as LSP has it: where it is from. */
public record CompletionItemLabelDetails(@Required String description) {}
