package dev.sandshell.daemon;

import dev.sandshell.concurrent.NamedThreads;
import dev.sandshell.posix.SocketStreams;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SocketChannel;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Passes everything between a client on two streams and the daemon, byte by byte as it comes, until one of them is done.
 * Holds one buffer for each direction: who does not read stops the other side, not this one's memory.
 */
public final class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class.getName());

    /** As much as a pipe holds. */
    private static final int BUFFER = 64 << 10;

    private final InputStream in;
    private final OutputStream out;
    private final SocketChannel daemon;
    private final MessageBorders sent = new MessageBorders();

    /** Set by the thread that sends, read once the daemon has answered what that has sent. */
    private volatile boolean hasShutDown;

    public Relay(InputStream in, OutputStream out, SocketChannel daemon) {
        this.in = in;
        this.out = out;
        this.daemon = daemon;
    }

    /** Runs until the daemon has hung up, as it does when the client is done; the exit code that LSP asks for. */
    public int run() {
        NamedThreads.factory("relay-to-daemon").newThread(this::send).start();
        try (daemon) {
            InputStream answers = new SocketStreams(daemon).input();
            byte[] buffer = new byte[BUFFER];
            int length;
            while ((length = answers.read(buffer)) >= 0) {
                out.write(buffer, 0, length);
                out.flush();
            }
        } catch (IOException e) {
            LOG.log(Level.FINE, "the daemon or the client has gone", e);
        }
        return hasShutDown ? 0 : 1;
    }

    /** Ends it, from any thread: the client's process is no more. */
    public void hangUp() {
        try {
            daemon.close();
        } catch (IOException e) {
            LOG.log(Level.FINE, "the daemon had gone already", e);
        }
    }

    private void send() {
        try {
            OutputStream requests = new SocketStreams(daemon).output();
            byte[] buffer = new byte[BUFFER];
            int length;
            while ((length = in.read(buffer)) >= 0) {
                sent.passed(buffer, length);
                hasShutDown = sent.hasShutDown();
                requests.write(buffer, 0, length);
            }
            // What has been asked for is still answered.
            daemon.shutdownOutput();
        } catch (IOException e) {
            LOG.log(Level.FINE, "the client or the daemon has gone", e);
            hangUp();
        }
    }
}
