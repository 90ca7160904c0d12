package dev.sandshell.protocol;

/** Parameters of {@code sandbox/session/ack}: how many bytes of output the client has taken since the last. */
public record SessionAckParams(@Required String sessionId, long bytes) {}
