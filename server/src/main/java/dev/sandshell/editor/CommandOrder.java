package dev.sandshell.editor;

import dev.sandshell.concurrent.Scheduler;
import dev.sandshell.policy.InvalidArgumentException;
import dev.sandshell.policy.RefusedException;
import dev.sandshell.protocol.ExecuteCommandResult;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Has the commands of one client begin in the order in which they came, however long it takes to find out what each of them
 * means. Confined to the scheduler.
 */
final class CommandOrder {
    private static final ExecuteCommandResult NOTHING = new ExecuteCommandResult(null, null);

    private final Scheduler scheduler;
    private final Executor workers;
    private CompletableFuture<?> before = CompletableFuture.completedFuture(NOTHING);

    CommandOrder(Scheduler scheduler, Executor workers) {
        this.scheduler = scheduler;
        this.workers = workers;
    }

    interface Action {
        ExecuteCommandResult run() throws RefusedException, InvalidArgumentException;
    }

    interface PreparedAction<P> {
        ExecuteCommandResult run(P prepared) throws RefusedException, InvalidArgumentException;
    }

    /** Acts after what came before. */
    CompletableFuture<ExecuteCommandResult> next(Action action) {
        return next(CompletableFuture.completedFuture(NOTHING), nothing -> action.run());
    }

    /**
     * The same with what a worker finds out first.
     *
     * @param preparation what takes as long as a document is
     */
    <P> CompletableFuture<ExecuteCommandResult> next(Supplier<P> preparation, PreparedAction<P> action) {
        return next(CompletableFuture.supplyAsync(preparation, workers), action);
    }

    private <P> CompletableFuture<ExecuteCommandResult> next(CompletableFuture<P> prepared, PreparedAction<P> action) {
        CompletableFuture<ExecuteCommandResult> done = before.handle((nothing, failure) -> NOTHING)
                .thenCombineAsync(
                        prepared,
                        (nothing, ready) -> {
                            try {
                                return action.run(ready);
                            } catch (RefusedException | InvalidArgumentException e) {
                                throw new CompletionException(e);
                            }
                        },
                        scheduler);
        before = done;
        return done;
    }
}
