package dev.sandshell.protocol;

/** Answer of {@code initialize}. */
public record InitializeResult(
        @Required ServerCapabilities capabilities, @Required ServerInfo serverInfo) {}
