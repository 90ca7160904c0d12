package dev.sandshell.shell;

import dev.sandshell.policy.RefusedException;
import dev.sandshell.posix.PosixException;
import dev.sandshell.posix.Processes;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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

    private final Path base;
    private volatile Path path;

    private RuntimeFolder(Path base) {
        this.base = base;
        this.path = ownIn(base);
    }

    /** The folder of this process, which {@link #ensure} makes. */
    public static RuntimeFolder of(Map<String, String> environment) {
        // Shells read our files from wherever they are.
        return new RuntimeFolder(base(environment).toAbsolutePath());
    }

    private static Path usersIn(Path base) {
        return base.resolve("sandshell-" + Processes.userId());
    }

    private static Path ownIn(Path base) {
        return usersIn(base).resolve(Lifetime.ofCurrentProcess().toString());
    }

    /** Makes the folder where it is not there, after clearing away those of processes that are gone. */
    public synchronized void ensure() throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        // As the system names it when it tells who has which file open.
        Path real = base.toRealPath();
        Path own = ownIn(real);
        makePrivate(usersIn(real));
        removeStale(usersIn(real));
        makePrivate(own);
        path = own;
    }

    /** Where it is, once it has been made. */
    public Path path() {
        return path;
    }

    /** What to tell a client for whom nothing could be kept here. */
    RefusedException unusable(IOException why) {
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

    /** The folder that ours is made in: the first of those that are meant for such things that is there. */
    public static Path base(Map<String, String> environment) {
        String chosen = environment.get("SANDSHELL_RUNTIME_DIR");
        if (chosen != null && !chosen.isEmpty()) {
            return Path.of(chosen);
        }
        return Stream.of(environment.getOrDefault("XDG_RUNTIME_DIR", ""), "/dev/shm")
                .filter(name -> !name.isEmpty())
                .map(Path::of)
                .filter(folder -> Files.isDirectory(folder) && Files.isWritable(folder))
                .findFirst()
                .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir", "/tmp")));
    }

    /** Refuses a folder that somebody else made or can write to: our scripts in it are run. */
    private static void makePrivate(Path folder) throws IOException {
        try {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (java.nio.file.FileAlreadyExistsException e) {
            Map<String, Object> facts =
                    Files.readAttributes(folder, "unix:uid,mode,isDirectory", LinkOption.NOFOLLOW_LINKS);
            boolean isOurs = Integer.valueOf(Processes.userId()).equals(facts.get("uid"));
            boolean isPrivate = facts.get("mode") instanceof Integer mode && (mode & 0077) == 0;
            if (!Boolean.TRUE.equals(facts.get("isDirectory")) || !isOurs || !isPrivate) {
                throw new java.nio.file.AccessDeniedException(
                        folder + " is not a folder that only its owner, user " + Processes.userId() + ", can use");
            }
        }
    }

    private static void removeStale(Path base) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(base)) {
            for (Path folder : folders) {
                Optional<Lifetime> owner = Lifetime.parse(folder.getFileName().toString());
                if (owner.isPresent() && !owner.get().isGoingOn()) {
                    deleteTree(folder);
                }
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "what earlier servers left in " + base + " could not be looked at", e);
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
