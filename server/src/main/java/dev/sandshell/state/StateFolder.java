package dev.sandshell.state;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/**
 * Where what outlives a server is kept: the user's state folder, which only its owner may use. Any thread may call.
 *
 * <p>A folder that is there already is taken as it is, unless somebody else could put a file of theirs into it.
 */
public record StateFolder(Path path) {
    public static StateFolder of(Map<String, String> environment) {
        String chosen = environment.getOrDefault("SANDSHELL_STATE_DIR", "");
        if (!chosen.isEmpty()) {
            return new StateFolder(Path.of(chosen).toAbsolutePath());
        }
        // A relative one is none, as its specification says.
        Path state = Path.of(environment.getOrDefault("XDG_STATE_HOME", ""));
        if (!state.isAbsolute()) {
            String home = environment.getOrDefault("HOME", System.getProperty("user.home", "/"));
            state = Path.of(home, ".local", "state").toAbsolutePath();
        }
        return new StateFolder(state.resolve("sandshell"));
    }

    /** Makes it where it is not there, and looks whose it is. */
    public void ensure() throws IOException {
        try {
            Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException e) {
            throw new IOException(path + " is no folder", e);
        }
        Map<String, Object> facts = Files.readAttributes(path, "unix:uid,mode");
        boolean isOurs = Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(facts.get("uid"));
        boolean isPrivate = facts.get("mode") instanceof Integer mode && (mode & 0022) == 0;
        if (!isOurs || !isPrivate) {
            throw new AccessDeniedException(path + " belongs to, or can be written by, somebody else");
        }
    }

    /** A file in it, or where a link there leads, that only its owner can read, made empty where it is not there. */
    public Path privateFile(String name) throws IOException {
        Path entry = path.resolve(name);
        Path file = Files.isSymbolicLink(entry) ? path.resolve(Files.readSymbolicLink(entry)) : entry;
        var permissions = PosixFilePermissions.fromString("rw-------");
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(permissions));
        } catch (FileAlreadyExistsException e) {
            if (!Files.getPosixFilePermissions(file).equals(permissions)) {
                Files.setPosixFilePermissions(file, permissions);
            }
        }
        return entry;
    }
}
