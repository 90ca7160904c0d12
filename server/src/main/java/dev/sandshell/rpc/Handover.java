package dev.sandshell.rpc;

import dev.sandshell.concurrent.Scheduler;
import dev.sandshell.policy.InvalidArgumentException;
import dev.sandshell.policy.RefusedException;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;

/**
 * How a request becomes work on the scheduler, and its outcome an answer. Called on the reader thread, which it leaves at
 * once, also where there is nothing to do but to refuse: an answer that is complete would be written by the reader.
 */
final class Handover {
    /** Something that needs the sessions; it answers through the reply. */
    @FunctionalInterface
    interface Work<T> {
        void run(CancellableReply<T> reply) throws RefusedException, InvalidArgumentException;
    }

    /** Makes an argument of what came, or says what is wrong with it. */
    interface Check<A> {
        A check() throws InvalidArgumentException;
    }

    /** Work with a checked argument. */
    interface CheckedWork<A, T> {
        void run(A argument, CancellableReply<T> reply) throws RefusedException, InvalidArgumentException;
    }

    private final Scheduler scheduler;
    private final ArrayDeque<Runnable> held = new ArrayDeque<>();

    /** Confined to the scheduler. */
    private boolean isOver;

    Handover(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * Hands over what has been asked for since the last time, once LSP4J has taken the replies. A reply that was complete
     * before would be answered by the reader thread, too late to be in its place among the events.
     */
    void release() {
        Runnable work;
        while ((work = held.poll()) != null) {
            Runnable next = work;
            scheduler.execute(() -> {
                if (!isOver) {
                    next.run();
                }
            });
        }
    }

    /** Hands over what nobody waits for, after what was asked for before it. */
    void tell(Runnable work) {
        held.add(work);
    }

    /** Hands over what is left to do once the client has gone; whatever it asked for and comes later is not begun. */
    void end(Runnable work) {
        scheduler.execute(() -> {
            isOver = true;
            work.run();
        });
    }

    /** Checks on the calling thread, so that a bad call costs the sessions nothing; answers from the scheduler. */
    <A, T> CompletableFuture<T> checked(Check<A> check, CheckedWork<A, T> work) {
        A argument;
        try {
            argument = check.check();
        } catch (InvalidArgumentException e) {
            return work(reply -> reply.completeExceptionally(e));
        }
        return work(reply -> work.run(argument, reply));
    }

    <T> CompletableFuture<T> work(Work<T> work) {
        CancellableReply<T> reply = new CancellableReply<>();
        held.add(() -> {
            try {
                work.run(reply);
            } catch (RefusedException | InvalidArgumentException | RuntimeException e) {
                reply.completeExceptionally(e);
            }
        });
        return reply;
    }

    static <T> void answer(CompletableFuture<T> source, CancellableReply<T> reply) {
        CompletableFuture<T> unused = source.whenComplete((value, failure) -> {
            if (failure == null) {
                reply.complete(value);
            } else {
                // As an answer of ours: LSP4J's own, to a cancellation, would name the request by our number.
                reply.completeExceptionally(new ResponseErrorException(RpcErrors.of(failure)));
            }
        });
    }

    /** The same for a wait, which a cancellation lets go of at once. */
    <S, T> void awaiting(CompletableFuture<S> source, Function<S, T> mapping, CancellableReply<T> reply) {
        reply.onCancel(() -> scheduler.execute(() -> source.cancel(false)));
        answer(source.thenApply(mapping), reply);
    }
}
