package dev.sandshell.rpc;

import dev.sandshell.concurrent.Scheduler;
import dev.sandshell.policy.InvalidArgumentException;
import dev.sandshell.policy.RefusedException;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.jspecify.annotations.Nullable;

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

    /** How much may wait for the greeting. A client is to ask nothing before; ours say hello and go on. */
    static final int MOST_EARLY = 64;

    /** Work that has been asked for, and what becomes of it where there is no room. */
    private record Held(Runnable work, Runnable refusal) {}

    private final Scheduler scheduler;
    private final ArrayDeque<Held> held = new ArrayDeque<>();

    /** What waits for the greeting while that is made. Confined to the scheduler, as what follows is. */
    private @Nullable ArrayDeque<Held> early;

    private boolean isOver;

    Handover(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * Hands over what has been asked for since the last time, once LSP4J has taken the replies. A reply that was complete
     * before would be answered by the reader thread, too late to be in its place among the events.
     */
    void release() {
        Held next;
        while ((next = held.poll()) != null) {
            Held taken = next;
            scheduler.execute(() -> take(taken));
        }
    }

    private void take(Held next) {
        ArrayDeque<Held> waiting = early;
        if (isOver) {
            return;
        }
        if (waiting == null) {
            next.work().run();
        } else if (waiting.size() < MOST_EARLY) {
            waiting.add(next);
        } else {
            next.refusal().run();
        }
    }

    /** An answer that comes before all that was asked for after it: nothing of that is begun until it is given. */
    <T> CompletableFuture<T> greeting(Supplier<CompletableFuture<T>> source) {
        return work(reply -> {
            ArrayDeque<Held> waiting = new ArrayDeque<>();
            early = waiting;
            CompletableFuture<?> unused = source.get()
                    .whenCompleteAsync(
                            (value, failure) -> {
                                give(value, failure, reply);
                                early = null;
                                waiting.forEach(this::take);
                            },
                            scheduler);
        });
    }

    /** Hands over what nobody waits for, after what was asked for before it. */
    void tell(Runnable work) {
        held.add(new Held(work, () -> {}));
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
        held.add(new Held(
                () -> {
                    try {
                        work.run(reply);
                    } catch (RefusedException | InvalidArgumentException | RuntimeException e) {
                        reply.completeExceptionally(e);
                    }
                },
                () -> reply.completeExceptionally(new ResponseErrorException(RpcErrors.notInitialized()))));
        return reply;
    }

    static <T> void answer(CompletableFuture<T> source, CancellableReply<T> reply) {
        CompletableFuture<T> unused = source.whenComplete((value, failure) -> give(value, failure, reply));
    }

    private static <T> void give(T value, @Nullable Throwable failure, CancellableReply<T> reply) {
        if (failure == null) {
            reply.complete(value);
        } else {
            // As an answer of ours: LSP4J's own, to a cancellation, would name the request by our number.
            reply.completeExceptionally(new ResponseErrorException(RpcErrors.of(failure)));
        }
    }

    /** The same for a wait, which a cancellation lets go of at once. */
    <S, T> void awaiting(CompletableFuture<S> source, Function<S, T> mapping, CancellableReply<T> reply) {
        reply.onCancel(() -> scheduler.execute(() -> source.cancel(false)));
        answer(source.thenApply(mapping), reply);
    }
}
