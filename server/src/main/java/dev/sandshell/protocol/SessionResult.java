package dev.sandshell.protocol;

/** One session. */
public record SessionResult(@Required Session session) {}
