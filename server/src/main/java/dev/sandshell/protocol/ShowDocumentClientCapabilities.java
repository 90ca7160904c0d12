package dev.sandshell.protocol;

import org.jspecify.annotations.Nullable;

/** Whether a client shows documents that the server asks it to, as LSP has it. */
public record ShowDocumentClientCapabilities(@Nullable Boolean support) {}
