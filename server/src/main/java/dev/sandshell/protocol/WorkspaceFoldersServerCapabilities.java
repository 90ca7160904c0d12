package dev.sandshell.protocol;

/** Whether the server knows of several folders, and wants to be told of those that come and go, as LSP has it. */
public record WorkspaceFoldersServerCapabilities(boolean supported, boolean changeNotifications) {}
