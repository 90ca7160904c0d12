package dev.sandshell.protocol;

/** Parameters of the requests that only name a session. */
public record SessionParams(@Required String sessionId) {}
