package dev.sandshell.app;

import dev.sandshell.cli.Daemon;
import dev.sandshell.cli.ServerLink;
import dev.sandshell.daemon.DaemonConnector;
import dev.sandshell.daemon.DaemonLock;
import dev.sandshell.daemon.DaemonLog;
import dev.sandshell.daemon.DaemonPlace;
import dev.sandshell.daemon.Relay;
import dev.sandshell.policy.Limits;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The user's daemon, seen from another process of theirs. Any thread may call. */
final class UserDaemon implements Daemon {
    /** More than a daemon takes to end, in seconds. */
    private static final long PATIENCE = 20;

    private final StdioGuard stdio;
    private final Map<String, String> environment;

    UserDaemon(StdioGuard stdio, Map<String, String> environment) {
        this.stdio = stdio;
        this.environment = environment;
    }

    private DaemonPlace place() throws IOException {
        NativePaths.tell();
        return DaemonPlace.of(environment);
    }

    private SocketChannel connect(DaemonPlace place, @Nullable Duration idleTimeout) throws IOException {
        List<String> command = new ArrayList<>(OwnCommand.ofThisProcess());
        command.addAll(List.of("daemon", "run"));
        if (idleTimeout != null) {
            command.add("--idle-timeout=" + idleTimeout.toMillis() + "ms");
        }
        return new DaemonConnector(place, command).connect();
    }

    @Override
    public Path start(@Nullable Duration idleTimeout) throws IOException {
        DaemonPlace place = place();
        connect(place, idleTimeout).close();
        return place.socket();
    }

    @Override
    public ServerLink join() throws IOException {
        return new DaemonLink(connect(place(), null));
    }

    @Override
    public Optional<ServerLink> joinIfRunning() throws IOException {
        return DaemonConnector.connectIfRunning(place()).map(DaemonLink::new);
    }

    @Override
    public Path socket() throws IOException {
        return place().socket();
    }

    @Override
    public OptionalLong process() throws IOException {
        return DaemonLock.holder(place().lock());
    }

    @Override
    public boolean stop() throws IOException {
        OptionalLong pid = process();
        Optional<ProcessHandle> running =
                pid.isPresent() ? ProcessHandle.of(pid.getAsLong()) : Optional.<ProcessHandle>empty();
        if (running.isEmpty()) {
            return false;
        }
        ProcessHandle daemon = running.get();
        daemon.destroy();
        try {
            daemon.onExit().get(PATIENCE, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException(
                    "the daemon, process " + daemon.pid() + ", has been told to end and has not; kill -9 "
                            + daemon.pid() + " ends it, and its sessions stay kept",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public int run(Duration idleTimeout) throws IOException {
        DaemonPlace place = place();
        Logging.configureTo(DaemonLog.of(System.err, place));
        return new DaemonServing(stdio, Limits.defaults(), environment).run(place, idleTimeout);
    }

    /** {@code serve --shared}: a client on standard streams; the exit code. */
    int relay(@Nullable Integer clientProcess, @Nullable Duration idleTimeout) throws IOException {
        Relay relay = new Relay(stdio.stdin(), stdio.stdout(), connect(place(), idleTimeout));
        if (clientProcess != null) {
            var unused = ProcessHandle.of(clientProcess)
                    .map(ProcessHandle::onExit)
                    .orElseGet(() -> CompletableFuture.completedFuture(null))
                    .thenRun(relay::hangUp);
        }
        return relay.run();
    }
}
