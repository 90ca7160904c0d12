package dev.sandshell.shell;

import dev.sandshell.policy.RefusedException;
import dev.sandshell.posix.PosixException;
import dev.sandshell.posix.UserRuntimeFolder;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Where one server keeps its FIFOs and scripts: {@code sandshell-UID/PID-TICKS} under the user's runtime folder, in
 * memory where the system has such a place. Only its owner can look into it. Any thread may call.
 *
 * <p>Its name tells which process it belongs to, so that what a killed server has left is found and removed by the next.
 */
public final class RuntimeFolder {
    private static final Logger LOG = Logger.getLogger(RuntimeFolder.class.getName());

    private static final int DELETE_ATTEMPTS = 5;

    private final UserRuntimeFolder users;
    private volatile Path path;

    private RuntimeFolder(UserRuntimeFolder users) {
        this.users = users;
        this.path = ownIn(users.path());
    }

    /** The folder of this process, which {@link #ensure} makes. */
    public static RuntimeFolder of(Map<String, String> environment) {
        return new RuntimeFolder(UserRuntimeFolder.of(environment));
    }

    private static Path ownIn(Path users) {
        return users.resolve(Lifetime.ofCurrentProcess().toString());
    }

    /** Makes the folder where it is not there, after clearing away those of processes that are gone. */
    public synchronized void ensure() throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Path real = users.ensure();
        Path own = ownIn(real);
        removeStale(real);
        UserRuntimeFolder.makePrivate(own);
        path = own;
    }

    /** Where it is, once it has been made. */
    public Path path() {
        return path;
    }

    /** What to tell a client for whom nothing could be kept here. */
    RefusedException unusable(IOException why) {
        Path base = users.base();
        String advice = ", or set SANDSHELL_RUNTIME_DIR to another folder";
        if (!Files.isDirectory(base)) {
            return ShellRecipe.refused(
                    "NotFound", "nothing can be kept in " + base + ", which is no folder; make it" + advice);
        }
        boolean isForbidden = why instanceof java.nio.file.AccessDeniedException
                || (why instanceof PosixException posix && posix.isPermissionDenied())
                || !Files.isWritable(base);
        return ShellRecipe.refused(
                isForbidden ? "PermissionDenied" : "ResourceLimit",
                "nothing can be kept in " + base + " (" + why.getMessage() + "); "
                        + (isForbidden ? "allow writing there" : "make room there") + advice);
    }

    /** Removes everything, twice without harm. */
    public void delete() {
        deleteTree(path);
    }

    private static void removeStale(Path users) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(users)) {
            for (Path folder : folders) {
                Optional<Lifetime> owner = Lifetime.parse(folder.getFileName().toString());
                if (owner.isPresent() && !owner.get().isGoingOn()) {
                    deleteTree(folder);
                }
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "what earlier servers left in " + users + " could not be looked at", e);
        }
    }

    /** Removes a folder and what is in it. Somebody else may be removing parts of it; then it is looked through again. */
    static void deleteTree(Path root) {
        IOException last = null;
        for (int attempt = 0; attempt < DELETE_ATTEMPTS && Files.exists(root, LinkOption.NOFOLLOW_LINKS); attempt++) {
            try (Stream<Path> all = Files.walk(root)) {
                for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            } catch (IOException e) {
                last = e;
            } catch (java.io.UncheckedIOException e) {
                last = e.getCause();
            }
        }
        if (last != null && Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            LOG.log(Level.WARNING, root + " could not be removed", last);
        }
    }
}
