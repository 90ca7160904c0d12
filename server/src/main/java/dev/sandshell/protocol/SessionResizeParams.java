package dev.sandshell.protocol;

/** Parameters of {@code sandbox/session/resize}. */
public record SessionResizeParams(
        @Required String sessionId, @Required TerminalSize size) {}
