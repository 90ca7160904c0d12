package dev.sandshell.protocol;

import org.jspecify.annotations.Nullable;

/**
 * Something that could be typed, as LSP has it.
 *
 * @param kind LSP's number for what it is
 * @param detail its value, or what it does
 * @param filterText what the client compares with what stands at the place of the edit
 */
public record CompletionItem(
        @Required String label,
        @Nullable CompletionItemLabelDetails labelDetails,
        int kind,
        @Nullable String detail,
        @Required String sortText,
        @Required String filterText,
        @Required TextEdit textEdit) {}
