package dev.sandshell.policy;

import java.time.Duration;

/**
 * Every bound of the server, in one place.
 *
 * @param sessions how many sessions may live at once; each costs a shell process
 * @param queuedCalls how many calls may wait on one session before the next is refused
 * @param finishedExecs how many ended commands a session remembers
 * @param allFinishedExecs the same for all sessions together
 * @param outputCapBytes how much of a stream a result holds where the call does not say
 * @param maxOutputCapBytes how much a call may ask for
 * @param snapshotBytes how large a state may leave the server or come into it; as base64 it has to fit into a message
 * @param escalationStep the time between the interrupt, SIGTERM and SIGKILL
 * @param startTimeout how long a shell may take to answer for the first time
 * @param endGrace how long the processes of a deleted session have between the hang-up and SIGKILL
 * @param memory what is kept for clients
 * @param history the bounds of the command log
 */
public record Limits(
        int sessions,
        int queuedCalls,
        int finishedExecs,
        int allFinishedExecs,
        int outputCapBytes,
        int maxOutputCapBytes,
        int snapshotBytes,
        Duration escalationStep,
        Duration startTimeout,
        Duration endGrace,
        MemoryLimits memory,
        HistoryLimits history) {

    public static Limits defaults() {
        return new Limits(
                1_000,
                64,
                256,
                16_384,
                1 << 20,
                16 << 20,
                8 << 20,
                Duration.ofSeconds(2),
                Duration.ofSeconds(20),
                Duration.ofMillis(300),
                MemoryLimits.defaults(),
                HistoryLimits.defaults());
    }

    public Limits withEscalationStep(Duration step) {
        return new Limits(
                sessions,
                queuedCalls,
                finishedExecs,
                allFinishedExecs,
                outputCapBytes,
                maxOutputCapBytes,
                snapshotBytes,
                step,
                startTimeout,
                endGrace,
                memory,
                history);
    }
}
