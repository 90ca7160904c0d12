package dev.sandshell.policy;

import java.time.Duration;

/**
 * The bounds of the command log.
 *
 * @param entries how many commands are kept; the oldest go first
 * @param age how long a command is kept
 * @param bytes how large the log may become: the count alone would let long commands fill the disk
 * @param commandChars how much of a command's text is kept
 * @param pendingEntries how many finished commands may wait to be written
 * @param pendingChars how much text of theirs may wait
 * @param pendingReads how many questions may wait for their answer
 * @param answerEntries how many commands one answer may have
 * @param answerChars after how much text an answer ends
 */
public record HistoryLimits(
        int entries,
        Duration age,
        long bytes,
        int commandChars,
        int pendingEntries,
        long pendingChars,
        int pendingReads,
        int answerEntries,
        long answerChars) {

    public static HistoryLimits defaults() {
        return new HistoryLimits(
                100_000, Duration.ofDays(365), 256L << 20, 64 << 10, 4_096, 4L << 20, 64, 1_000, 4L << 20);
    }
}
