package dev.sandshell.daemon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A client's way to the daemon, which is started where there is none: however many clients come at once, by one of them.
 * Any thread may call; what starts the daemon waits for it.
 */
public final class DaemonConnector {
    /** The line that a daemon says on its output once clients can connect. */
    public static final String READY = "ready";

    /** How long a daemon may take to be ready, in seconds; it first reads what is kept of its sessions. */
    private static final long PATIENCE = 60;

    private final DaemonPlace place;
    private final List<String> command;

    /**
     * @param command what starts a daemon that says {@value #READY} on its output
     */
    public DaemonConnector(DaemonPlace place, List<String> command) {
        this.place = place;
        this.command = List.copyOf(command);
    }

    /** Connects to the daemon, and starts it before where there is none. */
    public SocketChannel connect() throws IOException {
        Optional<SocketChannel> running = connectIfRunning(place);
        if (running.isPresent()) {
            return running.get();
        }
        DaemonLock starting = DaemonLock.take(place.startLock());
        try {
            return connectOrStart();
        } finally {
            starting.close();
        }
    }

    private SocketChannel connectOrStart() throws IOException {
        // Somebody else may have started it while we waited.
        Optional<SocketChannel> running = connectIfRunning(place);
        if (running.isPresent()) {
            return running.get();
        }
        start();
        return connectIfRunning(place).orElseThrow(() -> new IOException("the daemon could not be started" + logged()));
    }

    /** Connects to the daemon; empty where there is none. */
    public static Optional<SocketChannel> connectIfRunning(DaemonPlace place) throws IOException {
        try {
            Map<String, Object> facts =
                    Files.readAttributes(place.socket(), "unix:uid,isOther", LinkOption.NOFOLLOW_LINKS);
            Object owner = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
            if (!Boolean.TRUE.equals(facts.get("isOther")) || !owner.equals(facts.get("uid"))) {
                throw new IOException(place.socket() + " is not a socket of this user's; remove it");
            }
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(place.address());
            PeerCheck.ofThisUser().require(channel);
            return Optional.of(channel);
        } catch (ConnectException nobodyListens) {
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            channel.close();
            if (!Files.exists(place.socket(), LinkOption.NOFOLLOW_LINKS)) {
                // It ended in between.
                return Optional.empty();
            }
            throw new IOException(place.socket() + " cannot be connected to: " + e.getMessage(), e);
        }
    }

    /** Starts it and waits until it is ready or has failed. What the one before has logged is kept beside. */
    private void start() throws IOException {
        if (Files.exists(place.log())) {
            Files.move(place.log(), place.previousLog(), StandardCopyOption.REPLACE_EXISTING);
        }
        Process process = new ProcessBuilder(command)
                // Where sessions begin that name no folder; one that its starter may want to remove is none for so
                // long.
                .directory(home().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                // Which it makes room in by itself; see DaemonLog.
                .redirectError(ProcessBuilder.Redirect.appendTo(place.log().toFile()))
                .start();
        // One that hangs would hold up everybody who comes.
        CompletableFuture<Void> limit = CompletableFuture.runAsync(
                process::destroyForcibly, CompletableFuture.delayedExecutor(PATIENCE, TimeUnit.SECONDS));
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            // Its end says as much as a line: somebody else's daemon may be there by then.
            String unused = output.readLine();
        } finally {
            limit.cancel(false);
        }
    }

    private static Path home() {
        Path home = Path.of(System.getProperty("user.home", "/"));
        return Files.isDirectory(home) && Files.isExecutable(home) ? home : Path.of("/");
    }

    private String logged() {
        try {
            String log = Files.readString(place.log()).strip();
            return log.isEmpty() ? "" : ":\n" + log;
        } catch (IOException none) {
            return "";
        }
    }
}
