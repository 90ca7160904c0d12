package dev.sandshell.rpc;

import dev.sandshell.concurrent.Scheduler;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What the server asks of one client, with a bound for a client that never answers. Confined to the scheduler, where the
 * answers come, too.
 */
final class ClientQuestions {
    /** What a client leaves unanswered that never answers. */
    private static final int MOST_UNANSWERED = 16;

    private final ClientRequests client;
    private final Scheduler scheduler;
    private int unanswered;

    ClientQuestions(ClientRequests client, Scheduler scheduler) {
        this.client = client;
        this.scheduler = scheduler;
    }

    /** Fails where the client cannot do it, and at once where too much is unanswered. */
    CompletableFuture<?> ask(String method, @Nullable Object params) {
        if (unanswered >= MOST_UNANSWERED) {
            return CompletableFuture.failedFuture(new IllegalStateException("the client does not answer"));
        }
        unanswered++;
        return client.request(method, params).whenCompleteAsync((answer, failure) -> unanswered--, scheduler);
    }
}
