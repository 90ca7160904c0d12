package dev.sandshell.session;

import dev.sandshell.policy.Limits;
import dev.sandshell.policy.RefusalCode;
import dev.sandshell.policy.RefusedException;
import java.util.ArrayDeque;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The calls that wait for one session, in order of arrival; bounded in number. Confined to the scheduler. */
final class TurnQueue {
    private final ArrayDeque<Turn> turns = new ArrayDeque<>();
    private final String sessionId;
    private final Limits limits;

    TurnQueue(String sessionId, Limits limits) {
        this.sessionId = sessionId;
        this.limits = limits;
    }

    /** Takes one more in; refuses it where there is no room. */
    void add(Turn turn) throws RefusedException {
        if (turns.size() >= limits.queuedCalls()) {
            throw new RefusedException(
                    RefusalCode.QUEUE_FULL,
                    "session " + sessionId + " has " + turns.size()
                            + " calls waiting, which is all it takes; retry later");
        }
        turns.add(turn);
    }

    @Nullable
    Turn poll() {
        return turns.poll();
    }

    void remove(Turn turn) {
        turns.remove(turn);
    }

    /** None of them will begin. */
    void abandon(RefusedException why) {
        Turn waiting;
        while ((waiting = turns.poll()) != null) {
            waiting.abandon(why);
        }
    }

    /** Whether something holds for each of them. */
    boolean all(Predicate<Turn> what) {
        return turns.stream().allMatch(what);
    }

    int size() {
        return turns.size();
    }

    boolean isEmpty() {
        return turns.isEmpty();
    }
}
