package dev.sandshell.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.sandshell.protocol.ClientCapabilities;
import dev.sandshell.protocol.InitializeParams;
import dev.sandshell.protocol.InitializeResult;
import dev.sandshell.protocol.Methods;
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
    private static final String OTHER_PROTOCOL = "PROTOCOL_VERSION_UNSUPPORTED";

    /** The server speaks another major version of the protocol. */
    static final class OtherProtocolException extends IOException {
        private static final long serialVersionUID = 1;

        private final String spoken;

        OtherProtocolException(String message, String spoken, Throwable cause) {
            super(message, cause);
            this.spoken = spoken;
        }

        /** The version that the server speaks. */
        String spoken() {
            return spoken;
        }
    }

    private final ServerLink link;
    private final SandboxServer server;
    private final CompletableFuture<InitializeResult> initialized;

    private ServerClient(ServerLink link, SandboxServer server) {
        this.link = link;
        this.server = server;
        this.initialized = server.initialize(new InitializeParams(null, capabilitiesOfOurs(), null));
        server.initialized(new Object());
    }

    private static ClientCapabilities capabilitiesOfOurs() {
        JsonObject sandbox = new JsonObject();
        sandbox.addProperty("protocolVersion", Methods.PROTOCOL_VERSION);
        JsonObject experimental = new JsonObject();
        experimental.add("sandbox", sandbox);
        return new ClientCapabilities(null, experimental, null);
    }

    /** Starts the server and says hello, without waiting for either. */
    static ServerClient start(Services services, SandboxClient handler) throws IOException {
        return over(services.startServer(false), handler);
    }

    /** The same with shells at whose prompt a person can type. */
    static ServerClient startForTyping(Services services, SandboxClient handler) throws IOException {
        return over(services.startServer(true), handler);
    }

    /**
     * Says hello to a server that may have been there before, and waits until it has answered.
     *
     * @throws OtherProtocolException where it does not speak with this version of the program
     */
    static ServerClient join(ServerLink link, SandboxClient handler) throws IOException {
        ServerClient client = over(link, handler);
        try {
            InitializeResult unused = client.capabilities();
            return client;
        } catch (IOException e) {
            client.close();
            throw e;
        }
    }

    private static ServerClient over(ServerLink link, SandboxClient handler) {
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
        JsonObject data = error.getData() instanceof JsonObject object ? object : new JsonObject();
        boolean hasCode = data.get("code") instanceof JsonPrimitive;
        String code = hasCode ? data.get("code").getAsString() : "";
        String words = error.getMessage() + (hasCode ? " (" + code + ")" : "");
        if (code.equals(OTHER_PROTOCOL)) {
            String spoken = data.get("supported") instanceof JsonArray versions && !versions.isEmpty()
                    ? versions.get(0).getAsString()
                    : "another";
            return new OtherProtocolException(words, spoken, cause);
        }
        return new IOException(words, cause);
    }

    /** Ends the server and all that it started; the daemon goes on. */
    @Override
    public void close() {
        link.close();
    }
}
