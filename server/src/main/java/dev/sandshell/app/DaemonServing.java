package dev.sandshell.app;

import dev.sandshell.concurrent.NamedThreads;
import dev.sandshell.daemon.DaemonConnector;
import dev.sandshell.daemon.DaemonListener;
import dev.sandshell.daemon.DaemonLock;
import dev.sandshell.daemon.DaemonPlace;
import dev.sandshell.policy.Limits;
import dev.sandshell.posix.Processes;
import dev.sandshell.posix.SocketStreams;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The daemon itself: one server, and a thread for each of its clients. Called on the main thread. */
final class DaemonServing {
    private static final Logger LOG = Logger.getLogger(DaemonServing.class.getName());

    /** More than a daemon that ends takes for that. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What a client may take from the moment at which the daemon is ready to its connection, on a busy machine. */
    private static final Duration FIRST = Duration.ofSeconds(20);

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final StdioGuard stdio;
    private final Limits limits;
    private final Map<String, String> environment;
    private final ThreadFactory threads = NamedThreads.factory("client");

    DaemonServing(StdioGuard stdio, Limits limits, Map<String, String> environment) {
        this.stdio = stdio;
        this.limits = limits;
        this.environment = environment;
    }

    /** Serves until nobody has needed it for so long; the exit code. */
    int run(DaemonPlace place, Duration idleTimeout) throws IOException {
        NativePaths.tell();
        Processes.leaveTerminal();
        Preload.messages();
        Optional<DaemonLock> lock = awaitLock(place);
        if (lock.isEmpty()) {
            throw new IOException(whoIsThere(place));
        }
        try (SandshellServer server = SandshellServer.startShared(limits, environment)) {
            serve(server, place, idleTimeout);
        } finally {
            // Not before: whoever takes it over shall find nothing of ours.
            lock.get().close();
        }
        return 0;
    }

    /** Waits for a daemon that is about to end; empty where it has come back to life. */
    private static Optional<DaemonLock> awaitLock(DaemonPlace place) throws IOException {
        long start = System.nanoTime();
        Optional<DaemonLock> lock = DaemonLock.tryTake(place.lock());
        while (lock.isEmpty() && System.nanoTime() - start < PATIENCE.toNanos()) {
            Optional<SocketChannel> running = DaemonConnector.connectIfRunning(place);
            if (running.isPresent()) {
                running.get().close();
                return Optional.empty();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            lock = DaemonLock.tryTake(place.lock());
        }
        return lock;
    }

    private static String whoIsThere(DaemonPlace place) throws IOException {
        OptionalLong holder = DaemonLock.holder(place.lock());
        if (holder.isEmpty() || Files.exists(place.socket(), LinkOption.NOFOLLOW_LINKS)) {
            return "a daemon is there already";
        }
        return "there is a daemon, process " + holder.getAsLong() + ", and somebody has removed its socket, "
                + place.socket() + "; 'sandshell daemon restart' renews it, with its sessions";
    }

    private void serve(SandshellServer server, DaemonPlace place, Duration idleTimeout) throws IOException {
        // Known to its clients' threads before it takes the first of them in.
        CompletableFuture<DaemonListener> known = new CompletableFuture<>();
        try (DaemonListener listener = new DaemonListener(
                place,
                idleTimeout.compareTo(FIRST) < 0 ? FIRST : idleTimeout,
                idleTimeout,
                () -> hasSessions(server),
                channel -> threads.newThread(() -> serve(server, channel, known.join()))
                        .start())) {
            known.complete(listener);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(listener, server), "shutdown"));
            say(DaemonConnector.READY + " " + place.socket());
            listener.run();
        }
    }

    private void say(String line) {
        PrintStream out = new PrintStream(stdio.stdout(), true, StandardCharsets.UTF_8);
        out.println(line);
    }

    private static void end(DaemonListener listener, SandshellServer server) {
        try {
            listener.close();
        } catch (IOException e) {
            LOG.log(Level.FINE, "the socket stays behind", e);
        }
        server.close();
    }

    private static boolean hasSessions(SandshellServer server) {
        return CompletableFuture.supplyAsync(
                        () -> !server.context().registry().all().isEmpty(),
                        server.context().scheduler())
                .join();
    }

    private static void serve(SandshellServer server, SocketChannel channel, DaemonListener listener) {
        SocketStreams streams = new SocketStreams(channel);
        try (channel) {
            int unused = new ServedClient(server).serve(streams.input(), streams.output(), null);
        } catch (IOException e) {
            LOG.log(Level.FINE, "a client had gone already", e);
        } finally {
            listener.left();
        }
    }
}
