package dev.sandshell.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The one server process that all of a user's editors can share; {@code app} provides it. Any thread may call. */
public interface Daemon {
    /** How long it stays without a client and a session, where nobody says otherwise. */
    Duration IDLE_TIMEOUT = Duration.ofSeconds(60);

    /**
     * Starts it where it is not running, and waits until it listens.
     *
     * @param idleTimeout how long it is to stay unneeded, where it is started; null for the usual time
     * @return its socket
     */
    Path start(@Nullable Duration idleTimeout) throws IOException;

    /** Connects to it, and starts it before where it is not running. */
    ServerLink join() throws IOException;

    /** Connects to it; empty where it is not running. */
    Optional<ServerLink> joinIfRunning() throws IOException;

    /** Its socket, whether it is running or not. */
    Path socket() throws IOException;

    /** Its process; empty where it is not running. It may be there and not be reached, as it begins or ends. */
    OptionalLong process() throws IOException;

    /**
     * Ends it, where it is running; returns once it has ended, and all that ran in its sessions with it.
     *
     * @return whether it was running
     */
    boolean stop() throws IOException;

    /** Is the daemon, until nobody has needed it for so long; the exit code. */
    int run(Duration idleTimeout) throws IOException;
}
