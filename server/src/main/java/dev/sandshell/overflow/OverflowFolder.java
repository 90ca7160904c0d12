package dev.sandshell.overflow;

import dev.sandshell.concurrent.NamedThreads;
import dev.sandshell.policy.OverflowLimits;
import dev.sandshell.session.Overflow;
import dev.sandshell.session.OverflowFile;
import dev.sandshell.state.StateFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A file for each session whose log overflows, in the folder {@code overflow} of the user's state folder. Called on the
 * scheduler, which gets the answers; one thread of this object's own reads and writes, and goes when idle.
 *
 * <p>A file loses its name as soon as it is open, so the system itself removes it when it is closed or the server ends,
 * however that ends, and nobody can open what a session has printed. What a server leaves that is killed in just that
 * moment is empty, and removed by the next.
 */
public final class OverflowFolder implements Overflow, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(OverflowFolder.class.getName());

    private final StateFolder state;
    private final StateFolder folder;
    private final OverflowLimits limits;
    private final Executor answers;
    private final ExecutorService thread = NamedThreads.workers("session-log", 1);

    /** Confined to the thread. */
    private boolean isFolderReady;

    /** Files that answer on {@code answers}. */
    public OverflowFolder(StateFolder state, OverflowLimits limits, Executor answers) {
        this.state = state;
        this.folder = new StateFolder(state.path().resolve("overflow"));
        this.limits = limits;
        this.answers = answers;
    }

    @Override
    public OverflowLimits limits() {
        return limits;
    }

    @Override
    public Optional<OverflowFile> open() {
        return Optional.of(new UnnamedFile(this::create, thread, answers));
    }

    /** A new file without a name. Called on the thread. */
    private FileChannel create() throws IOException {
        if (!isFolderReady) {
            state.ensure();
            folder.ensure();
            removeStale();
            isFolderReady = true;
        }
        Path file = folder.path().resolve(UUID.randomUUID() + ".log");
        FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.deleteIfExists(file);
        return channel;
    }

    /** Whose file it is does not matter: who has it open needs no name. */
    private void removeStale() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.path(), "*.log")) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "what earlier servers left in " + folder.path() + " could not be removed", e);
        }
    }

    /** Lets the thread end once it has done what it was asked for; nothing is taken in afterwards. Idempotent. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
