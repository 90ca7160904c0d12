package dev.sandshell.intellij.core.server;

import dev.sandshell.protocol.InitializeResult;

/** A connection that has been opened, and what the server has said of itself. */
public record Opened(SandboxConnection connection, InitializeResult server) {}
