package dev.sandshell.rpc;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What the server asks of its client. Any thread may call. */
@FunctionalInterface
interface ClientRequests {
    CompletableFuture<?> request(String method, @Nullable Object params);
}
