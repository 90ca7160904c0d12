package dev.sandshell.protocol;

/** {@code sandbox/session/changed}. */
public record SessionChangedNotification(@Required Session session) {}
