package dev.sandshell.intellij.core.server;

import com.google.gson.JsonObject;
import dev.sandshell.intellij.core.concurrent.UiThreadGuard;
import dev.sandshell.protocol.ClientCapabilities;
import dev.sandshell.protocol.InitializationOptions;
import dev.sandshell.protocol.InitializeParams;
import dev.sandshell.protocol.InitializeResult;
import dev.sandshell.protocol.Methods;
import dev.sandshell.protocol.SandboxClient;
import dev.sandshell.protocol.SandboxServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.eclipse.lsp4j.jsonrpc.JsonRpcRequestFuture;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.jspecify.annotations.Nullable;

/**
 * Requests and notifications to a server, over any pair of streams. Any thread may call, but sending may wait for the
 * server to read, so the UI thread must not. What the server says comes in its order, on one thread,
 * {@code sandshell-reader}: answers complete their futures there. At most {@value #MOST_OPEN} requests may be unanswered.
 */
public final class SandboxConnection implements AutoCloseable {
    private static final int MOST_OPEN = 4_096;

    private final InputStream fromServer;
    private final OutputStream toServer;
    private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
    /** What has not been answered, by a number. */
    private final Map<Long, CompletableFuture<?>> open = new ConcurrentHashMap<>();

    private final AtomicLong requests = new AtomicLong();
    private volatile SandboxClient client = new SandboxClient() {};
    private volatile @Nullable Launcher<SandboxServer> launcher;

    SandboxConnection(InputStream fromServer, OutputStream toServer) {
        this.fromServer = fromServer;
        this.toServer = toServer;
    }

    /** Where messages of the server go; to be said before {@link #initialize}. */
    public void listen(SandboxClient client) {
        this.client = client;
    }

    /** Begins to read, and says who is asking. The server ends with this process. */
    CompletableFuture<InitializeResult> initialize() {
        UiThreadGuard.mayWait();
        Launcher<SandboxServer> launcher = startReading();
        this.launcher = launcher;
        return send(server -> launcher.getRemoteEndpoint()
                        .request("initialize", hello())
                        .thenApply(InitializeResult.class::cast))
                .result();
    }

    /** From now on the server also tells of sessions that come and go. */
    void initialized() {
        server().initialized(new JsonObject());
    }

    private Launcher<SandboxServer> startReading() {
        ExecutorService reader = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "sandshell-reader");
            thread.setDaemon(true);
            return thread;
        });
        Launcher<SandboxServer> launcher = new Launcher.Builder<SandboxServer>()
                .setLocalService(client)
                .setRemoteInterface(SandboxServer.class)
                .setInput(fromServer)
                .setOutput(toServer)
                .setExecutorService(reader)
                .configureGson(gson -> gson.disableHtmlEscaping().registerTypeAdapterFactory(new VariablesAdapter()))
                .create();
        var unused = launcher.startListening();
        // Its turn comes when there is nothing more to read.
        reader.execute(this::end);
        reader.shutdown();
        return launcher;
    }

    private static InitializeParams hello() {
        JsonObject sandbox = new JsonObject();
        sandbox.addProperty("protocolVersion", Methods.PROTOCOL_VERSION);
        JsonObject experimental = new JsonObject();
        experimental.add("sandbox", sandbox);
        return new InitializeParams(
                (int) ProcessHandle.current().pid(),
                new ClientCapabilities(null, experimental),
                new InitializationOptions(true, true));
    }

    /** For notifications to the server; of requests it would leave those open that are not answered. */
    public SandboxServer server() {
        UiThreadGuard.mayWait();
        Launcher<SandboxServer> launcher = this.launcher;
        if (launcher == null) {
            throw new IllegalStateException("nothing may be asked before the server has been greeted");
        }
        return launcher.getRemoteProxy();
    }

    /** A request. It fails with a {@link SandboxException}, also when the connection ends before it is answered. */
    public <T> CompletableFuture<T> ask(Function<SandboxServer, CompletableFuture<T>> request) {
        return send(request).result();
    }

    /** The same for a request that can be cancelled: its answer still comes, once the server has really stopped. */
    public <T> Call<T> call(Function<SandboxServer, CompletableFuture<T>> request) {
        return send(request);
    }

    private <T> Sent<T> send(Function<SandboxServer, CompletableFuture<T>> request) {
        UiThreadGuard.mayWait();
        CompletableFuture<T> result = new CompletableFuture<>();
        if (open.size() >= MOST_OPEN) {
            result.completeExceptionally(SandboxException.of("Too much has been asked of the server at once."));
            return new Sent<>(result, result);
        }
        Long number = requests.incrementAndGet();
        open.put(number, result);
        CompletableFuture<T> sent = request.apply(server());
        CompletableFuture<?> unused = sent.whenComplete((answer, failure) -> {
            open.remove(number);
            if (failure == null) {
                result.complete(answer);
            } else {
                result.completeExceptionally(SandboxException.of(failure));
            }
        });
        if (ended.isDone()) {
            failAll();
        }
        return new Sent<>(sent, result);
    }

    /** The server's output has ended; what was still open has failed by then. */
    public CompletableFuture<@Nullable Void> ended() {
        return ended.copy();
    }

    private void end() {
        ended.complete(null);
        failAll();
    }

    private void failAll() {
        for (Long number : List.copyOf(open.keySet())) {
            CompletableFuture<?> request = open.remove(number);
            if (request != null) {
                request.completeExceptionally(SandboxException.of("The server has ended."));
            }
        }
    }

    /** Says goodbye, and lets go of the streams. A shared server ends only this client. May wait for it to read. */
    @Override
    public void close() {
        UiThreadGuard.mayWait();
        if (launcher != null && !ended.isDone()) {
            server().exit();
        }
        try {
            toServer.close();
        } catch (IOException e) {
            // Its end of the streams is the same as a goodbye.
        }
    }

    /** {@code sent} is LSP4J's, whose own cancelling would not wait for the server. */
    private record Sent<T>(CompletableFuture<T> sent, CompletableFuture<T> result) implements Call<T> {
        @Override
        public void cancel() {
            UiThreadGuard.mayWait();
            if (sent instanceof JsonRpcRequestFuture<?> request && !sent.isDone()) {
                request.cancelRequest();
            }
        }
    }
}
