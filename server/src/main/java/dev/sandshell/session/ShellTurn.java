package dev.sandshell.session;

import dev.sandshell.policy.RefusalCode;
import dev.sandshell.policy.RefusedException;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** A look at, or a change of, what a session's shell holds, in its turn among the commands. */
final class ShellTurn<T> implements Turn {
    private final ShellSession session;
    private final BiConsumer<Shell, ShellTurn<T>> work;
    private final CompletableFuture<T> reply = new CompletableFuture<>();

    ShellTurn(ShellSession session, BiConsumer<Shell, ShellTurn<T>> work) {
        this.session = session;
        this.work = work;
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
}
