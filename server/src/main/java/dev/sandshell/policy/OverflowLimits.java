package dev.sandshell.policy;

/**
 * What the log of a session may keep beside memory, in bytes where nothing else is said.
 *
 * @param file how large the file of one session may become
 * @param page about how much is written, and read again, at once
 * @param pageEvents how many events at most, so that a page of tiny ones is no large thing in memory
 * @param runs how many stretches of numbers without a gap a session may keep in its file, since each is remembered
 * @param waiting how much of a session may wait to be written before its output waits too
 * @param allWaiting the same for all sessions together
 */
public record OverflowLimits(long file, int page, int pageEvents, int runs, long waiting, long allWaiting) {

    public static OverflowLimits defaults() {
        return new OverflowLimits(64L << 20, 64 << 10, 512, 65_536, 1L << 20, 8L << 20);
    }
}
