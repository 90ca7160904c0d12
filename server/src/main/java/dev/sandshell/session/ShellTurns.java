package dev.sandshell.session;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.sandshell.policy.InvalidArgumentException;
import dev.sandshell.policy.RefusedException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What can be asked of the shell of a session, and be changed in it, beside running commands. Each call waits for its turn
 * among them. Confined to the session's scheduler.
 */
public final class ShellTurns {
    private final ShellSession session;
    private final ExecIndex index;

    ShellTurns(ShellSession session, ExecIndex index) {
        this.session = session;
        this.index = index;
    }

    /** Sets exported variables, and unsets those without a value. */
    public CompletableFuture<Boolean> setEnvironment(ImmutableMap<String, Optional<String>> changes)
            throws RefusedException {
        long weight = weightOf(changes);
        index.hold(weight);
        ShellTurn<Boolean> change = new ShellTurn<>(
                session,
                (live, turn) -> live.changeEnvironment(
                        changes,
                        objection -> {
                            if (objection.isPresent()) {
                                turn.fail(
                                        new InvalidArgumentException("env: the shell refused it: " + objection.get()));
                            } else {
                                turn.complete(true);
                            }
                        },
                        turn::fail));
        CompletableFuture<Boolean> unused = change.reply().whenComplete((done, failure) -> index.release(weight));
        return session.submit(change);
    }

    private static long weightOf(ImmutableMap<String, Optional<String>> changes) {
        return 2L
                * changes.entrySet().stream()
                        .mapToLong(change -> change.getKey().length()
                                + change.getValue().orElse("").length())
                        .sum();
    }

    /**
     * The exported variables as the shell holds them.
     *
     * @param names which, or none for all
     */
    public CompletableFuture<ImmutableMap<String, String>> environment(ImmutableList<String> names)
            throws RefusedException {
        long weight = names.stream().mapToLong(name -> 2L * name.length()).sum();
        index.hold(weight);
        ShellTurn<ImmutableMap<String, String>> look =
                new ShellTurn<>(session, (live, turn) -> live.readEnvironment(names, turn::complete, turn::fail));
        CompletableFuture<ImmutableMap<String, String>> unused =
                look.reply().whenComplete((found, failure) -> index.release(weight));
        return session.submit(look);
    }

    /** Where a function was read from. */
    public CompletableFuture<Optional<FunctionPlace>> functionPlace(String name) throws RefusedException {
        return session.submit(
                new ShellTurn<>(session, (live, turn) -> live.findFunction(name, turn::complete, turn::fail)));
    }

    /** What the shell knows. */
    CompletableFuture<ShellState> readState() throws RefusedException {
        return session.submit(new ShellTurn<>(session, (live, turn) -> live.readState(turn::complete, turn::fail)));
    }
}
