package dev.sandshell.policy;

/**
 * What the server keeps for its clients, in bytes where nothing else is said. Together they leave room for the rest in the
 * heap that the launcher gives, also where a text takes two bytes for each of its characters.
 *
 * @param logPerSession how much a session keeps of its events, for {@code exec/read} and for who attaches later
 * @param logs the same for all sessions together
 * @param logEvents how many events a session keeps, so that many tiny ones do not outweigh their bytes
 * @param collected what all commands together have collected of their output
 * @param calls the commands and the input of all calls that are under way or remembered
 * @param inputPerCommand how much input for a running command may wait for it to read
 * @param input the same for all commands together
 * @param waits how many waits for something of a command may be under way
 */
public record MemoryLimits(
        long logPerSession,
        long logs,
        int logEvents,
        long collected,
        long calls,
        long inputPerCommand,
        long input,
        int waits) {

    public static MemoryLimits defaults() {
        return new MemoryLimits(1L << 20, 24L << 20, 4_096, 24L << 20, 32L << 20, 1L << 20, 4L << 20, 1_024);
    }
}
