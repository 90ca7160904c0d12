package dev.sandshell.protocol;

/** The session, and where its events go on for this client. */
public record SessionAttachResult(@Required Session session, long replayedFromSeq, boolean truncated) {}
