package dev.sandshell.session;

import dev.sandshell.concurrent.ByteBudget;
import dev.sandshell.policy.Limits;
import dev.sandshell.policy.RefusalCode;
import dev.sandshell.policy.RefusedException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The commands of all sessions that can still be asked about, by their ids, and the memory that they may hold together.
 * Confined to the scheduler.
 *
 * <p>Where there are too many, or their texts take too much, those that have ended are forgotten, oldest first; where that
 * is not enough, a new call is refused. Collected output that only waits to be asked for goes before that of a command
 * that runs is cut short.
 */
final class ExecIndex {
    private final Map<String, Exec> byId = new HashMap<>();

    /** Those that are closed, oldest first. */
    private final Set<Exec> closed = new LinkedHashSet<>();

    /** Those of them that hold their output still. */
    private final Set<Exec> retaining = new LinkedHashSet<>();

    private final int maxClosed;
    private final ByteBudget calls;
    private final ByteBudget collected;

    ExecIndex(Limits limits) {
        maxClosed = limits.allFinishedExecs();
        calls = new ByteBudget(limits.memory().calls(), this::forgetOldest);
        collected = new ByteBudget(limits.memory().collected(), this::releaseOldest);
    }

    /** What the commands have collected of their output. */
    ByteBudget collected() {
        return collected;
    }

    Optional<Exec> find(String execId) {
        return Optional.ofNullable(byId.get(execId));
    }

    void add(Exec exec) throws RefusedException {
        String execId = exec.request().execId();
        if (byId.containsKey(execId)) {
            throw new RefusedException(RefusalCode.EXEC_ALREADY_EXISTS, "exec " + execId + " exists already");
        }
        hold(exec.weight());
        byId.put(execId, exec);
    }

    /** Takes memory for a call, or refuses it. */
    void hold(long bytes) throws RefusedException {
        if (!calls.tryTake(bytes)) {
            throw new RefusedException(
                    RefusalCode.QUEUE_FULL,
                    "the calls that are under way hold " + calls.taken() + " bytes of commands and input already;"
                            + " retry later");
        }
    }

    /** Something of a call is not held any more. */
    void release(long bytes) {
        calls.giveBack(bytes);
    }

    void closed(Exec exec) {
        closed.add(exec);
        if (exec.retainsOutput()) {
            retaining.add(exec);
        }
        if (closed.size() > maxClosed) {
            forgetOldest();
        }
    }

    /** Nobody can ask about it any more. */
    void remove(Exec exec) {
        if (byId.remove(exec.request().execId(), exec)) {
            closed.remove(exec);
            retaining.remove(exec);
            calls.giveBack(exec.weight());
            exec.releaseOutput();
        }
    }

    private boolean forgetOldest() {
        if (closed.isEmpty()) {
            return false;
        }
        closed.iterator().next().forget();
        return true;
    }

    private boolean releaseOldest() {
        if (retaining.isEmpty()) {
            return false;
        }
        Exec oldest = retaining.iterator().next();
        retaining.remove(oldest);
        oldest.releaseOutput();
        return true;
    }
}
