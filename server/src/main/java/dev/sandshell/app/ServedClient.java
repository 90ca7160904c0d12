package dev.sandshell.app;

import dev.sandshell.protocol.InitializeParams;
import dev.sandshell.rpc.Connection;
import dev.sandshell.rpc.PromptOutput;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One client of a server, from its first byte until it is done, or gone, or the process that it names has ended. */
final class ServedClient {
    private final SandshellServer server;
    private final CompletableFuture<Integer> orphaned = new CompletableFuture<>();
    private final CompletableFuture<Void> over = new CompletableFuture<>();

    ServedClient(SandshellServer server) {
        this.server = server;
    }

    /** Ends with this process, too. */
    void endWith(int pid) {
        Runnable stopWatching = server.whenEnded(pid, () -> orphaned.complete(1));
        CompletableFuture<?> unused = over.thenRun(stopWatching);
    }

    /**
     * Serves it on the calling thread and two more; the exit code that it has asked for.
     *
     * @param prompt writes to where {@code out} leads without waiting, where that can be done
     */
    int serve(InputStream in, OutputStream out, @Nullable PromptOutput prompt) {
        try (Connection connection = new Connection(server.context(), in, out, prompt, this::initialized)) {
            connection.start();
            return connection.ended().applyToEither(orphaned, code -> code).join();
        } finally {
            over.complete(null);
        }
    }

    private void initialized(InitializeParams params) {
        Integer parent = params.processId();
        if (parent != null && parent > 0) {
            endWith(parent);
        }
    }
}
