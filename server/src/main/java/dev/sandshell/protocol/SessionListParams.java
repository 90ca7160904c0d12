package dev.sandshell.protocol;

/** Parameters of {@code sandbox/session/list}: none yet. */
public record SessionListParams() {}
