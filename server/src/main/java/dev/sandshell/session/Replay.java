package dev.sandshell.session;

/**
 * Where a client that attaches goes on.
 *
 * @param fromSeq the number of the first event that it is told again, or of the next that will happen
 * @param isTruncated whether something that it has asked for is forgotten
 */
public record Replay(long fromSeq, boolean isTruncated) {}
