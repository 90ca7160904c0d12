package dev.sandshell.app;

import dev.sandshell.cli.ServerLink;
import dev.sandshell.concurrent.NamedThreads;
import dev.sandshell.policy.Limits;
import dev.sandshell.rpc.Connection;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channel;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A server in this process and its one client's end of two pipes. The server starts on a thread of its own, while the
 * client gets ready and may already write. Any thread may call; a JVM that is told to end closes it.
 */
final class LocalServer implements ServerLink {
    private final Pipe toServer;
    private final Pipe toClient;
    private final CompletableFuture<SandshellServer> started = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    private LocalServer(Pipe toServer, Pipe toClient) {
        this.toServer = toServer;
        this.toClient = toClient;
    }

    static LocalServer start(Limits limits, Map<String, String> environment) throws IOException {
        LocalServer local = new LocalServer(Pipe.open(), Pipe.open());
        NamedThreads.factory("server-start")
                .newThread(() -> local.run(limits, environment))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(local::close, "shutdown"));
        return local;
    }

    private void run(Limits limits, Map<String, String> environment) {
        try {
            SandshellServer server = SandshellServer.start(limits, environment);
            Connection connection = new Connection(
                    server.context(),
                    Channels.newInputStream(toServer.source()),
                    Channels.newOutputStream(toClient.sink()),
                    null,
                    params -> {});
            CompletableFuture<?> unused = connection.ended().thenRun(() -> {
                connection.close();
                ended.complete(null);
            });
            connection.start();
            started.complete(server);
        } catch (IOException | RuntimeException | LinkageError e) {
            ended.completeExceptionally(e);
            started.completeExceptionally(e);
        }
    }

    @Override
    public InputStream input() {
        return Channels.newInputStream(toClient.source());
    }

    @Override
    public OutputStream output() {
        return Channels.newOutputStream(toServer.sink());
    }

    @Override
    public CompletableFuture<Void> ended() {
        return ended;
    }

    /** Ends everything; whoever comes while that goes on waits for it too. */
    @Override
    public synchronized void close() {
        CompletableFuture<?> closed = started.handle((server, failure) -> {
            if (server != null) {
                server.close();
            }
            return null;
        });
        closed.join();
        closeQuietly(toServer.sink());
        closeQuietly(toClient.source());
    }

    private static void closeQuietly(Channel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing is left in it that anybody waits for.
        }
    }
}
