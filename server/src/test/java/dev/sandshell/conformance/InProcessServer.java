package dev.sandshell.conformance;

import dev.sandshell.app.SandshellServer;
import dev.sandshell.policy.Limits;
import dev.sandshell.rpc.Connection;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The server in this process, on two pipes of the system, so that a client that does not read is felt as in life. */
final class InProcessServer implements ServerUnderTest {
    private final SandshellServer server;
    private final Connection connection;
    private final OutputStream input;
    private final InputStream output;
    private final OutputStream serverSide;
    private CompletableFuture<Void> closing = CompletableFuture.completedFuture(null);

    /** Whether the server ends with this client, as one that it has started does. */
    private final boolean endsServer;

    private InProcessServer(SandshellServer server, boolean endsServer) throws IOException {
        this.server = server;
        this.endsServer = endsServer;
        Pipe requests = Pipe.open();
        Pipe answers = Pipe.open();
        input = Channels.newOutputStream(requests.sink());
        output = Channels.newInputStream(answers.source());
        serverSide = Channels.newOutputStream(answers.sink());
        connection = new Connection(
                server.context(), Channels.newInputStream(requests.source()), serverSide, null, params -> {});
    }

    static InProcessServer start(Limits limits, Map<String, String> environment) throws IOException {
        return begin(new InProcessServer(SandshellServer.start(limits, environment), true));
    }

    /** One that is meant for many, begins with the sessions of the one before, and leaves its own. */
    static InProcessServer startShared(Limits limits, Map<String, String> environment) throws IOException {
        return begin(new InProcessServer(SandshellServer.startShared(limits, environment), true));
    }

    /** The same server for one more client, which can go without it. */
    InProcessServer another() throws IOException {
        return begin(new InProcessServer(server, false));
    }

    private static InProcessServer begin(InProcessServer fresh) {
        fresh.connection.start();
        fresh.closing = fresh.connection.ended().thenRunAsync(fresh::end);
        return fresh;
    }

    /** What the process does when its client has gone: ends everything, and its output with it. */
    private void end() {
        connection.close();
        if (endsServer) {
            server.close();
        }
        try {
            serverSide.close();
        } catch (IOException e) {
            // It was closed already.
        }
    }

    @Override
    public OutputStream input() {
        return input;
    }

    @Override
    public InputStream output() {
        return output;
    }

    @Override
    public int exitCode(Deadline deadline) throws InterruptedException {
        try {
            return connection.ended().get(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("the connection has not ended\n" + Deadline.threadDump(), e);
        }
    }

    @Override
    public String status() {
        return connection.ended().isDone()
                ? "in this process, ended with " + connection.ended().join()
                : "in this process, connected";
    }

    @Override
    public String stderr() {
        return "";
    }

    @Override
    public void close() throws IOException {
        connection.close();
        closing.join();
        input.close();
    }
}
