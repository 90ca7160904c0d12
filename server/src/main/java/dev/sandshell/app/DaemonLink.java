package dev.sandshell.app;

import dev.sandshell.cli.ServerLink;
import dev.sandshell.posix.SocketStreams;
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
        InputStream answers = streams.input();
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                try {
                    int count = answers.read(bytes, offset, length);
                    if (count < 0) {
                        ended.complete(null);
                    }
                    return count;
                } catch (ClosedChannelException byUs) {
                    return -1;
                } catch (IOException e) {
                    ended.complete(null);
                    throw e;
                }
            }
        };
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
