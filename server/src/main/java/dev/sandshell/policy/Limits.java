package dev.sandshell.policy;

import java.time.Duration;

/**
 * Every bound of the server, in one place.
 *
 * @param sessions how many sessions may live at once; each costs a shell process
 * @param queuedCalls how many calls may wait on one session before the next is refused
 * @param queuedBytes how many bytes of command text and input may wait on one session: the count alone would let a few
 *     huge ones fill the memory
 * @param logBytesPerSession how much a session keeps of its events, for {@code exec/read} and for who attaches later
 * @param logBytes the same for all sessions together
 * @param logEvents how many events a session keeps, so that many tiny ones do not outweigh their bytes
 * @param finishedExecs how many ended commands a session remembers
 * @param outputCapBytes how much of a stream a result holds where the call does not say
 * @param maxOutputCapBytes how much a call may ask for
 * @param pendingInputBytes how much input for a running command may wait for it to read
 * @param snapshotBytes how large a state may leave the server or come into it; as base64 it has to fit into a message
 * @param escalationStep the time between the interrupt, SIGTERM and SIGKILL
 * @param startTimeout how long a shell may take to answer for the first time
 * @param endGrace how long the processes of a deleted session have between the hang-up and SIGKILL
 * @param history the bounds of the command log
 */
public record Limits(
        int sessions,
        int queuedCalls,
        long queuedBytes,
        long logBytesPerSession,
        long logBytes,
        int logEvents,
        int finishedExecs,
        int outputCapBytes,
        int maxOutputCapBytes,
        long pendingInputBytes,
        int snapshotBytes,
        Duration escalationStep,
        Duration startTimeout,
        Duration endGrace,
        HistoryLimits history) {

    public static Limits defaults() {
        return new Limits(
                1_000,
                64,
                64L << 20,
                1L << 20,
                64L << 20,
                4_096,
                256,
                1 << 20,
                16 << 20,
                1L << 20,
                8 << 20,
                Duration.ofSeconds(2),
                Duration.ofSeconds(20),
                Duration.ofMillis(300),
                HistoryLimits.defaults());
    }

    public Limits withEscalationStep(Duration step) {
        return new Limits(
                sessions,
                queuedCalls,
                queuedBytes,
                logBytesPerSession,
                logBytes,
                logEvents,
                finishedExecs,
                outputCapBytes,
                maxOutputCapBytes,
                pendingInputBytes,
                snapshotBytes,
                step,
                startTimeout,
                endGrace,
                history);
    }
}
