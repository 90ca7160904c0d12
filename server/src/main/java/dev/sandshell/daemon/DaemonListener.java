package dev.sandshell.daemon;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The daemon's socket: takes clients in until nobody has needed it for a while. {@link #run} owns it; any thread may
 * {@link #close} it. Made by the holder of the daemon's lock, so a socket that is there already is a dead one's.
 */
public final class DaemonListener implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(DaemonListener.class.getName());

    /** Each has two threads and a bounded amount of memory. */
    private static final int MAX_CLIENTS = 256;

    private static final int BACKLOG = 128;
    private static final Duration BREATH = Duration.ofMillis(100);

    private final DaemonPlace place;
    private final BooleanSupplier isNeeded;
    private final Consumer<SocketChannel> clients;
    private final Duration idleTimeout;
    private final PeerCheck peers;
    private final ServerSocketChannel socket;
    private final Selector selector;
    private Duration patience;
    private int connected;
    private long idleSince = System.nanoTime();
    private volatile boolean isStopped;

    /**
     * Listens from now on.
     *
     * @param firstTimeout how long to wait for the first client: whoever has started the daemon is to find it there
     * @param idleTimeout how long to wait for another, once the last one has gone
     * @param isNeeded whether it has to stay for another reason than a client, asked when the time is over
     * @param clients takes each client in, at once; {@link #left} is to be called when it has gone
     */
    public DaemonListener(
            DaemonPlace place,
            Duration firstTimeout,
            Duration idleTimeout,
            BooleanSupplier isNeeded,
            Consumer<SocketChannel> clients)
            throws IOException {
        this.place = place;
        this.patience = firstTimeout;
        this.idleTimeout = idleTimeout;
        this.isNeeded = isNeeded;
        this.clients = clients;
        peers = PeerCheck.ofThisUser();
        selector = Selector.open();
        Files.deleteIfExists(place.closingSocket());
        Files.deleteIfExists(place.socket());
        socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        socket.bind(place.address(), BACKLOG);
        Files.setPosixFilePermissions(place.socket(), PosixFilePermissions.fromString("rw-------"));
        socket.configureBlocking(false);
        socket.register(selector, SelectionKey.OP_ACCEPT);
    }

    /** Takes clients in; returns once it is closed, or is not needed any more. */
    public void run() throws IOException {
        try {
            while (!isStopped) {
                selector.select(timeToWait());
                selector.selectedKeys().clear();
                acceptAll();
                if (isIdleForLong() && !isNeeded.getAsBoolean() && closeUnlessSomebodyComes()) {
                    return;
                }
            }
        } catch (ClosedSelectorException | ClosedChannelException e) {
            if (!isStopped) {
                throw e;
            }
        }
    }

    /** In milliseconds; 0 is for ever. */
    private synchronized long timeToWait() {
        return connected > 0 ? 0 : Math.max(1, patience.toMillis() - sinceIdle().toMillis());
    }

    private synchronized boolean isIdleForLong() {
        if (connected > 0 || sinceIdle().compareTo(patience) < 0) {
            return false;
        }
        // If it is needed now, it is asked again after as long a time.
        idleSince = System.nanoTime();
        return true;
    }

    private Duration sinceIdle() {
        return Duration.ofNanos(System.nanoTime() - idleSince);
    }

    private boolean acceptAll() throws IOException {
        boolean hasCome = false;
        SocketChannel channel;
        while ((channel = accept()) != null) {
            hasCome |= take(channel);
        }
        return hasCome;
    }

    private @Nullable SocketChannel accept() throws IOException {
        try {
            return socket.accept();
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException e) {
            // No descriptor is left, say. Those who are here go on, and who waits outside is asked for again.
            LOG.log(Level.WARNING, "a client cannot be taken in at the moment: {0}", e.getMessage());
            LockSupport.parkNanos(BREATH.toNanos());
            return null;
        }
    }

    private boolean take(SocketChannel channel) throws IOException {
        try {
            channel.configureBlocking(true);
            peers.require(channel);
            synchronized (this) {
                if (connected == MAX_CLIENTS) {
                    throw new IOException("there are " + MAX_CLIENTS + " clients, which is the limit");
                }
                connected++;
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "a client was turned away: {0}", e.getMessage());
            channel.close();
            return false;
        }
        try {
            clients.accept(channel);
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.log(Level.WARNING, "there is no thread for a client", e);
            channel.close();
            left();
            return false;
        }
        return true;
    }

    /** A client that was taken in has gone. */
    public void left() {
        synchronized (this) {
            connected--;
            patience = idleTimeout;
            idleSince = System.nanoTime();
        }
        selector.wakeup();
    }

    /**
     * Takes the socket out of the way first, so that nobody new finds it, and then looks for the last time: who has
     * connected in that moment must not be lost.
     */
    private boolean closeUnlessSomebodyComes() throws IOException {
        moveIfThere(place.socket(), place.closingSocket());
        if (acceptAll()) {
            moveIfThere(place.closingSocket(), place.socket());
            return false;
        }
        close();
        return true;
    }

    /** Somebody may have removed the socket: then nobody new finds it anyway. */
    private static void moveIfThere(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            LOG.log(Level.WARNING, "somebody has removed the socket, {0}", from);
        }
    }

    /** Takes nobody in any more, and has {@link #run} return. Idempotent. */
    @Override
    public void close() throws IOException {
        isStopped = true;
        if (socket.isOpen()) {
            Files.deleteIfExists(place.socket());
            Files.deleteIfExists(place.closingSocket());
            socket.close();
            selector.close();
        }
    }
}
