package dev.sandshell.protocol;

/** What a session's shell knows, as text that only the server can read. */
public record SessionSnapshotResult(@Required String snapshot) {}
