package dev.sandshell.protocol;

import org.jspecify.annotations.Nullable;

/** What comes in the place of a range, or without one of the whole text, as LSP has it. */
public record TextDocumentContentChangeEvent(
        @Nullable Range range, @Required String text) {}
