package dev.sandshell.protocol;

import java.util.List;

/** Every session there is. */
public record SessionListResult(@Required List<Session> sessions) {}
