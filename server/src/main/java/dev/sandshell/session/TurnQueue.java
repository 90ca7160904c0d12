package dev.sandshell.session;

import dev.sandshell.policy.Limits;
import dev.sandshell.policy.RefusalCode;
import dev.sandshell.policy.RefusedException;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** The calls that wait for one session, in order of arrival; bounded in number and in bytes. Confined to the scheduler. */
final class TurnQueue {
    private final ArrayDeque<Turn> turns = new ArrayDeque<>();
    private final String sessionId;
    private final Limits limits;
    private long bytes;

    TurnQueue(String sessionId, Limits limits) {
        this.sessionId = sessionId;
        this.limits = limits;
    }

    /** Takes one more in; refuses it where there is no room. */
    void add(Turn turn) throws RefusedException {
        if (turns.size() >= limits.queuedCalls() || bytes + turn.weight() > limits.queuedBytes()) {
            throw new RefusedException(
                    RefusalCode.QUEUE_FULL,
                    "session " + sessionId + " has " + turns.size()
                            + " calls waiting, which is all it takes; retry later");
        }
        turns.add(turn);
        bytes += turn.weight();
    }

    @Nullable
    Turn poll() {
        Turn turn = turns.poll();
        if (turn != null) {
            bytes -= turn.weight();
        }
        return turn;
    }

    void remove(Turn turn) {
        if (turns.remove(turn)) {
            bytes -= turn.weight();
        }
    }

    int size() {
        return turns.size();
    }

    boolean isEmpty() {
        return turns.isEmpty();
    }
}
