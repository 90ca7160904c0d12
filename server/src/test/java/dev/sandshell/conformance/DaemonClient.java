package dev.sandshell.conformance;

import dev.sandshell.posix.SocketStreams;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** The daemon behind its socket, for one more client; it goes on without that. */
final class DaemonClient implements ServerUnderTest {
    private final SocketChannel channel;
    private final SocketStreams streams;

    private DaemonClient(SocketChannel channel) {
        this.channel = channel;
        this.streams = new SocketStreams(channel);
    }

    static DaemonClient connect(Path socket) throws IOException {
        return new DaemonClient(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
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
    public int exitCode(Deadline deadline) {
        throw new UnsupportedOperationException("a daemon does not end with its client");
    }

    @Override
    public String status() {
        return channel.isOpen() ? "a daemon, connected" : "a daemon, hung up on";
    }

    @Override
    public String stderr() {
        return "";
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
