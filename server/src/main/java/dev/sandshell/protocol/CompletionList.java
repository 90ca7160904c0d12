package dev.sandshell.protocol;

import java.util.List;

/**
 * What could be typed at a place, as LSP has it.
 *
 * @param isIncomplete whether there is more, so that another letter is a reason to ask again
 */
public record CompletionList(boolean isIncomplete, @Required List<CompletionItem> items) {}
