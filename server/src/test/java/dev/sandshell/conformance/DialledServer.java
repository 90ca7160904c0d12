package dev.sandshell.conformance;

import dev.sandshell.posix.SocketStreams;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** The packaged server that has connected to a socket of its client's. */
final class DialledServer implements ServerUnderTest {
    private final JarServer server;
    private final SocketChannel channel;
    private final SocketStreams streams;

    private DialledServer(JarServer server, SocketChannel channel) {
        this.server = server;
        this.channel = channel;
        this.streams = new SocketStreams(channel);
    }

    /** Waits for the server to connect; the address where it is to do so is taken from the listener. */
    static DialledServer accept(ServerSocketChannel listener, Starter starter) throws IOException {
        try (listener) {
            JarServer server = starter.start(listener.getLocalAddress());
            return new DialledServer(server, listener.accept());
        }
    }

    /** Starts a server that is told where to connect. */
    interface Starter {
        JarServer start(SocketAddress address) throws IOException;
    }

    @Override
    public OutputStream input() {
        return streams.output();
    }

    @Override
    public InputStream output() {
        return streams.input();
    }

    @Override
    public int exitCode(Deadline deadline) throws InterruptedException {
        return server.exitCode(deadline);
    }

    @Override
    public String status() {
        return server.status();
    }

    @Override
    public String stderr() {
        return server.stderr();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        server.close();
    }
}
