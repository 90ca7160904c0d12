package dev.sandshell.session;

import com.google.common.collect.ImmutableList;
import dev.sandshell.policy.RefusedException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The commands of one session that can still be asked about: all that are not closed, and the last few that are.
 * Confined to the session's scheduler.
 */
final class ExecRecords {
    private static final Logger LOG = Logger.getLogger(ExecRecords.class.getName());

    private final Map<String, Exec> byId = new LinkedHashMap<>();
    private final Set<Exec> closed = new LinkedHashSet<>();
    private final int maxClosed;
    private final EventLog log;
    private final ExecIndex index;
    private Consumer<Boolean> whenRestarted = restored -> {};

    ExecRecords(int maxClosed, EventLog log, ExecIndex index) {
        this.maxClosed = maxClosed;
        this.log = log;
        this.index = index;
    }

    Optional<Exec> find(String execId) {
        return Optional.ofNullable(byId.get(execId));
    }

    ImmutableList<Exec> all() {
        return ImmutableList.copyOf(byId.values());
    }

    /** Takes one in, unless its id is another's or all commands together hold too much. */
    void add(Exec exec) throws RefusedException {
        index.add(exec);
        byId.put(exec.request().execId(), exec);
    }

    /**
     * Takes in one that somebody has run at the shell's own prompt, unless all commands together hold too much. Where it has
     * ended the shell that is told, as for any other, once it is known what the next shell begins with.
     */
    void addTyped(ShellSession session, TypedCommand typed) {
        long endedAtMs = session.context().clock().millis();
        if (typed.shellEnd() == null) {
            add(session, typed, endedAtMs, false);
        } else {
            whenRestarted = stateRestored -> add(session, typed, endedAtMs, stateRestored);
        }
    }

    /** There is another shell, or there will be none. */
    void restarted(boolean stateRestored) {
        Consumer<Boolean> task = whenRestarted;
        whenRestarted = restored -> {};
        task.accept(stateRestored);
    }

    private void add(ShellSession session, TypedCommand typed, long endedAtMs, boolean stateRestored) {
        Exec exec = new Exec(session, typed.asRequest(), index.collected());
        try {
            add(exec);
            exec.wasTyped(typed, endedAtMs, stateRestored);
        } catch (RefusedException e) {
            LOG.log(Level.INFO, "a command that was typed is not kept", e);
        }
    }

    void remove(Exec exec) {
        byId.remove(exec.request().execId(), exec);
        closed.remove(exec);
        log.remove(exec.request().execId());
        index.remove(exec);
    }

    void closed(Exec exec) {
        closed.add(exec);
        index.closed(exec);
        if (closed.size() > maxClosed) {
            remove(closed.iterator().next());
        }
    }

    /** The session has come to its end; all of them end with it. */
    void abandon(RefusedException why) {
        restarted(false);
        all().forEach(exec -> exec.abandon(why));
    }

    void clear() {
        all().forEach(this::remove);
    }
}
