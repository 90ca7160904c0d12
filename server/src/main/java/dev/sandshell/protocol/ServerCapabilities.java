package dev.sandshell.protocol;

/** What the server can do beyond the core of LSP. */
public record ServerCapabilities(@Required ExperimentalServerCapabilities experimental) {}
