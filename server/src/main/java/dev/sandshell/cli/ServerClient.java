package dev.sandshell.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.sandshell.protocol.InitializeParams;
import dev.sandshell.protocol.InitializeResult;
import dev.sandshell.protocol.SandboxClient;
import dev.sandshell.protocol.SandboxServer;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;

/**
 * A client of a server in this process, or of the daemon: the same messages as any other client's. One thread of its own reads.
 * Any thread may call; requests may be sent without waiting for the answers of those before.
 */
final class ServerClient implements AutoCloseable {
    private final ServerLink link;
    private final SandboxServer server;
    private final CompletableFuture<InitializeResult> initialized;

    private ServerClient(ServerLink link, SandboxServer server) {
        this.link = link;
        this.server = server;
        this.initialized = server.initialize(new InitializeParams(null, null, null));
        server.initialized(new Object());
    }

    /** Starts the server and says hello, without waiting for either. */
    static ServerClient start(Services services, SandboxClient handler) throws IOException {
        return over(services.startServer(false), handler);
    }

    /** The same with shells at whose prompt a person can type. */
    static ServerClient startForTyping(Services services, SandboxClient handler) throws IOException {
        return over(services.startServer(true), handler);
    }

    /** Says hello to a server that may have been there before. */
    static ServerClient over(ServerLink link, SandboxClient handler) {
        ExecutorService reader = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "client-reader");
            thread.setDaemon(true);
            return thread;
        });
        Launcher<SandboxServer> launcher = new Launcher.Builder<SandboxServer>()
                .setLocalService(handler)
                .setRemoteInterface(SandboxServer.class)
                .setInput(link.input())
                .setOutput(link.output())
                .setExecutorService(reader)
                .configureGson(GsonBuilder::disableHtmlEscaping)
                .create();
        var unused = launcher.startListening();
        return new ServerClient(link, launcher.getRemoteProxy());
    }

    SandboxServer server() {
        return server;
    }

    InitializeResult capabilities() throws IOException {
        return await(initialized);
    }

    /** Waits for an answer, or for the end of the server; errors come as exceptions with words for a person. */
    <T> T await(CompletableFuture<T> reply) throws IOException {
        CompletableFuture<?> unused = link.ended().whenComplete((nothing, failure) -> {
            Throwable why = failure == null ? new IOException("the server has ended") : failure;
            reply.completeExceptionally(why);
        });
        try {
            return reply.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw worded(e.getCause() == null ? e : e.getCause());
        }
    }

    private static IOException worded(Throwable cause) {
        if (!(cause instanceof ResponseErrorException refusal)) {
            String message = cause.getMessage();
            return new IOException(message == null ? cause.toString() : message, cause);
        }
        ResponseError error = refusal.getResponseError();
        boolean hasCode = error.getData() instanceof JsonObject data && data.get("code") instanceof JsonPrimitive;
        String code =
                hasCode ? " (" + ((JsonObject) error.getData()).get("code").getAsString() + ")" : "";
        return new IOException(error.getMessage() + code, cause);
    }

    /** Ends the server and all that it started; the daemon goes on. */
    @Override
    public void close() {
        link.close();
    }
}
