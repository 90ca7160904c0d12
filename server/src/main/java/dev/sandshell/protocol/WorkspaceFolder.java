package dev.sandshell.protocol;

import org.jspecify.annotations.Nullable;

/** A folder that a client has open, as LSP has it. */
public record WorkspaceFolder(
        @Required String uri, @Nullable String name) {}
