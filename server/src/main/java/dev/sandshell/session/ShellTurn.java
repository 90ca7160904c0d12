package dev.sandshell.session;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.sandshell.policy.InvalidArgumentException;
import dev.sandshell.policy.RefusalCode;
import dev.sandshell.policy.RefusedException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** A look at, or a change of, what a session's shell holds, in its turn among the commands. */
final class ShellTurn<T> implements Turn {
    private final ShellSession session;
    private final BiConsumer<Shell, ShellTurn<T>> work;
    private final CompletableFuture<T> reply = new CompletableFuture<>();

    private ShellTurn(ShellSession session, BiConsumer<Shell, ShellTurn<T>> work) {
        this.session = session;
        this.work = work;
    }

    /** Sets and unsets variables; fails with what the shell had against it. */
    static ShellTurn<Boolean> changing(ShellSession session, ImmutableMap<String, Optional<String>> changes) {
        return new ShellTurn<>(
                session,
                (shell, turn) -> shell.changeEnvironment(
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
    }

    /** Reads variables: all, or those named. */
    static ShellTurn<ImmutableMap<String, String>> reading(ShellSession session, ImmutableList<String> names) {
        return new ShellTurn<>(session, (shell, turn) -> shell.readEnvironment(names, turn::complete, turn::fail));
    }

    /** Reads all that the shell knows. */
    static ShellTurn<ShellState> readingState(ShellSession session) {
        return new ShellTurn<>(session, (shell, turn) -> shell.readState(turn::complete, turn::fail));
    }

    CompletableFuture<T> reply() {
        return reply;
    }

    void complete(T value) {
        reply.complete(value);
        session.turnOver(this);
    }

    void fail(Exception why) {
        reply.completeExceptionally(why);
        session.turnOver(this);
    }

    @Override
    public void begin(Shell shell) {
        work.accept(shell, this);
    }

    @Override
    public void shellEnded(ShellEnd end) {
        reply.completeExceptionally(
                new RefusedException(RefusalCode.SHELL_START_FAILED, "the shell ended while it was asked; ask again"));
    }

    @Override
    public void restarted(boolean stateRestored) {
        session.turnOver(this);
    }

    @Override
    public void abandon(RefusedException why) {
        reply.completeExceptionally(why);
    }

    @Override
    public long weight() {
        return 0;
    }
}
