package dev.sandshell.app;

import dev.sandshell.cli.ServerLink;
import dev.sandshell.posix.SocketStreams;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;

/** The command line's connection to the daemon, which goes on without it. Any thread may call. */
final class DaemonLink implements ServerLink {
    private final SocketChannel channel;
    private final SocketStreams streams;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    DaemonLink(SocketChannel channel) {
        this.channel = channel;
        this.streams = new SocketStreams(channel);
    }

    @Override
    public InputStream input() {
        return new FilterInputStream(streams.input()) {
            @Override
            public int read() throws IOException {
                return noted(in::read);
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return noted(() -> in.read(bytes, offset, length));
            }
        };
    }

    private interface Reading {
        int read() throws IOException;
    }

    /** Takes note of the end. */
    private int noted(Reading reading) throws IOException {
        int read = -1;
        try {
            read = reading.read();
        } catch (ClosedChannelException byUs) {
            // It ends here, too.
        } finally {
            if (read < 0) {
                ended.complete(null);
            }
        }
        return read;
    }

    @Override
    public OutputStream output() {
        return streams.output();
    }

    @Override
    public CompletableFuture<Void> ended() {
        return ended;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // Then the daemon has closed it.
        }
        ended.complete(null);
    }
}
