package dev.sandshell.daemon;

import dev.sandshell.posix.UserRuntimeFolder;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a user's daemon is found: its socket, its locks and its log, in the user's own runtime folder, which nobody else
 * may look into. Who has another {@code XDG_RUNTIME_DIR} has another daemon. Any thread may call.
 *
 * @param folder made and checked
 */
public record DaemonPlace(Path folder) {
    /** What {@code sockaddr_un} holds, less the zero at its end; see unix(7). */
    private static final int MAX_ADDRESS = 107;

    /**
     * Finds the place, and makes the folder where there is none.
     *
     * @throws IOException where the folder is somebody else's, or cannot be made, or has too long a name
     */
    public static DaemonPlace of(Map<String, String> environment) throws IOException {
        UserRuntimeFolder runtime = UserRuntimeFolder.of(environment);
        DaemonPlace place;
        try {
            place = new DaemonPlace(runtime.ensure());
        } catch (IOException e) {
            throw new IOException(
                    "there is no place for the daemon's socket: "
                            + (e instanceof NoSuchFileException ? runtime.base() + " is not there" : e.getMessage())
                            + "; set XDG_RUNTIME_DIR or SANDSHELL_RUNTIME_DIR to a folder of your own",
                    e);
        }
        int length = place.socket().toString().getBytes(StandardCharsets.UTF_8).length;
        if (length > MAX_ADDRESS) {
            throw new IOException("a socket's name has at most " + MAX_ADDRESS + " bytes, and " + place.socket()
                    + " has " + length + "; set SANDSHELL_RUNTIME_DIR to a folder with a shorter name");
        }
        return place;
    }

    /** Where clients connect. */
    public Path socket() {
        return folder.resolve("daemon.socket");
    }

    UnixDomainSocketAddress address() {
        return UnixDomainSocketAddress.of(socket());
    }

    /** Where the socket is while the daemon looks for the last time whether somebody has come. */
    Path closingSocket() {
        return folder.resolve("daemon.closing");
    }

    /** Held by the daemon for all its life. */
    public Path lock() {
        return folder.resolve("daemon.lock");
    }

    /** Held by whoever starts the daemon until it listens. */
    Path startLock() {
        return folder.resolve("daemon.start");
    }

    /** What the daemon has to say that no client is there for. */
    public Path log() {
        return folder.resolve("daemon.log");
    }

    /** The same of the daemon before. */
    Path previousLog() {
        return folder.resolve("daemon.previous.log");
    }
}
