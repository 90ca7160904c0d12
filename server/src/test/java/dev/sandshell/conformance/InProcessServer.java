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

    private InProcessServer(Limits limits, Map<String, String> environment) throws IOException {
        Pipe requests = Pipe.open();
        Pipe answers = Pipe.open();
        input = Channels.newOutputStream(requests.sink());
        output = Channels.newInputStream(answers.source());
        serverSide = Channels.newOutputStream(answers.sink());
        server = SandshellServer.start(limits, environment);
        connection = new Connection(
                server.context(), Channels.newInputStream(requests.source()), serverSide, null, params -> {});
    }

    static InProcessServer start(Limits limits, Map<String, String> environment) throws IOException {
        InProcessServer started = new InProcessServer(limits, environment);
        started.connection.start();
        started.closing = started.connection.ended().thenRunAsync(started::end);
        return started;
    }

    /** What the process does when its client has gone: ends everything, and its output with it. */
    private void end() {
        connection.close();
        server.close();
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
