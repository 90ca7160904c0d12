package dev.sandshell.posix;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where a user's servers keep what does not outlive them: {@code sandshell-UID} under the user's runtime folder, in memory
 * where the system has such a place. Only its owner can look into it. Any thread may call.
 *
 * @param base the folder that it is made in; {@code SANDSHELL_RUNTIME_DIR}, {@code XDG_RUNTIME_DIR}, or what else is there
 */
public record UserRuntimeFolder(Path base) {
    public static UserRuntimeFolder of(Map<String, String> environment) {
        // Shells read our files from wherever they are.
        return new UserRuntimeFolder(chosen(environment).toAbsolutePath());
    }

    private static Path chosen(Map<String, String> environment) {
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

    /** Where it is, or would be. */
    public Path path() {
        return base.resolve("sandshell-" + Processes.userId());
    }

    /** Makes it where it is not there; the folder as the system names it when it tells who has which file open. */
    public Path ensure() throws IOException {
        Path path = new UserRuntimeFolder(base.toRealPath()).path();
        makePrivate(path);
        return path;
    }

    /** Makes a folder, or refuses one that somebody else made or can write to: what is in there is trusted. */
    public static void makePrivate(Path folder) throws IOException {
        try {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException e) {
            Map<String, Object> facts =
                    Files.readAttributes(folder, "unix:uid,mode,isDirectory", LinkOption.NOFOLLOW_LINKS);
            boolean isOurs = Integer.valueOf(Processes.userId()).equals(facts.get("uid"));
            boolean isPrivate = facts.get("mode") instanceof Integer mode && (mode & 0077) == 0;
            if (!Boolean.TRUE.equals(facts.get("isDirectory")) || !isOurs || !isPrivate) {
                throw new AccessDeniedException(
                        folder + " is not a folder that only its owner, user " + Processes.userId() + ", can use");
            }
        }
    }
}
