package dev.sandshell.store;

import com.google.common.hash.Hashing;
import dev.sandshell.state.StateFolder;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of all sessions, in a folder of the user's alone. For one thread at a time.
 *
 * <p>A file is whole at any time: a fresh one takes the place of the one before. It is not forced onto the disk, since it
 * has to outlive the server, not the machine; what a power cut leaves of it is told by its checksum.
 */
final class SessionFiles {
    private static final Logger LOG = Logger.getLogger(SessionFiles.class.getName());

    private static final String FOLDER = "sessions";
    private static final String SUFFIX = ".json";
    private static final String UNFINISHED = ".new";
    private static final String DAMAGED = ".damaged";

    /** How many of the files that are put aside stay there: someone may want to look at what has just been damaged. */
    private static final int MOST_DAMAGED = 8;

    /** A file name may have 255 bytes. */
    private static final int MAX_NAME = 150;

    /** More than the largest state as base64, and whatever else a session was made with. */
    private static final long MAX_BYTES = 32 << 20;

    private static final Pattern VERSION = Pattern.compile(Pattern.quote(SessionFile.BEGINNING) + "([0-9]{1,9}),.*");

    private final StateFolder folder;

    SessionFiles(StateFolder state) {
        folder = new StateFolder(state.path().resolve(FOLDER));
    }

    void write(SessionFile session) throws IOException {
        folder.ensure();
        Path file = fileOf(session.sessionId());
        Path fresh = file.resolveSibling(file.getFileName() + UNFINISHED);
        try {
            Files.deleteIfExists(fresh);
            var permissions = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            try (var channel = Files.newByteChannel(
                            fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), permissions);
                    var out = new BufferedWriter(
                            new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8))) {
                session.write(out);
                out.flush();
                if (channel.size() > MAX_BYTES) {
                    throw new IOException("it has more than " + MAX_BYTES + " bytes");
                }
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(fresh);
            throw e;
        }
    }

    void delete(String sessionId) throws IOException {
        Files.deleteIfExists(fileOf(sessionId));
    }

    /** What a server that was killed has begun to write: nobody else writes here, and it may hold secrets. */
    private void deleteUnfinished() throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder.path(), "*" + SUFFIX + UNFINISHED)) {
            for (Path file : found) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** The sessions that can be read. The rest is left where it is, or put aside where it is of no use to anyone. */
    List<Path> all() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder.path(), "*" + SUFFIX)) {
            found.forEach(files::add);
        } catch (NoSuchFileException e) {
            // Nothing has been kept yet.
            return List.of();
        }
        // Whoever else can write there could have put a script there for us to run.
        folder.ensure();
        deleteUnfinished();
        files.sort(null);
        return files;
    }

    /** Removes all but the newest of what was put aside: it may hold secrets, too, and nobody else removes it. */
    void deleteOldDamaged() {
        record Aside(Path file, FileTime since) {}
        List<Aside> all = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder.path(), "*" + SUFFIX + DAMAGED)) {
            for (Path file : found) {
                all.add(new Aside(file, Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)));
            }
            all.sort(Comparator.comparing(Aside::since).reversed());
            for (Aside old : all.subList(Math.min(MOST_DAMAGED, all.size()), all.size())) {
                Files.deleteIfExists(old.file());
            }
        } catch (IOException e) {
            LOG.log(Level.FINE, "what is damaged stays", e);
        }
    }

    /** What a file holds; nothing where it is none of ours, which the log says. */
    Optional<SessionFile> read(Path file) {
        try {
            if (!isForUs(file)) {
                return Optional.empty();
            }
            try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
                // Enough for the version, which says whether the rest can be understood.
                char[] beginning = new char[SessionFile.BEGINNING.length() + 10];
                int length = Math.max(0, in.read(beginning));
                Matcher version = VERSION.matcher(new String(beginning, 0, length));
                if (!version.matches()) {
                    throw new DamagedFileException(null);
                }
                if (Integer.parseInt(version.group(1)) != SessionFile.VERSION) {
                    leftOut(file, "it is of version " + version.group(1) + " of the format");
                    return Optional.empty();
                }
            }
            SessionFile session;
            try (BufferedReader in = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
                session = SessionFile.read(in);
            }
            if (!fileOf(session.sessionId()).equals(file)) {
                leftOut(file, "it is of another session");
                return Optional.empty();
            }
            return Optional.of(session);
        } catch (DamagedFileException e) {
            putAside(file);
        } catch (IOException e) {
            // The message is about the file, never about what it holds.
            leftOut(file, "it cannot be read: " + e);
        }
        return Optional.empty();
    }

    private static InputStream open(Path file) throws IOException {
        return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    }

    private boolean isForUs(Path file) throws IOException {
        Map<String, Object> facts =
                Files.readAttributes(file, "unix:uid,mode,size,isRegularFile", LinkOption.NOFOLLOW_LINKS);
        boolean isOurs = Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(facts.get("uid"));
        boolean isPrivate = facts.get("mode") instanceof Integer mode && (mode & 0022) == 0;
        if (!Boolean.TRUE.equals(facts.get("isRegularFile")) || !isOurs || !isPrivate) {
            leftOut(file, "it is no file that only its user can write");
            return false;
        }
        if (!(facts.get("size") instanceof Long size) || size > MAX_BYTES) {
            leftOut(file, "it has more than " + MAX_BYTES + " bytes");
            return false;
        }
        return true;
    }

    private static void leftOut(Path file, String why) {
        LOG.log(Level.WARNING, "{0} is left out: {1}", new Object[] {file, why});
    }

    private static void putAside(Path file) {
        Path aside = file.resolveSibling(file.getFileName() + DAMAGED);
        try {
            Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
            // So that the oldest of them can be told.
            Files.setLastModifiedTime(aside, FileTime.from(Instant.now()));
            LOG.log(Level.WARNING, "a kept session is damaged; {0} has what there is of it", aside);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "{0} is damaged and could not be put aside: {1}", new Object[] {file, e});
        }
    }

    /** Where a session lies, whatever its id is made of; two never share a file. */
    Path fileOf(String sessionId) {
        StringBuilder name = new StringBuilder();
        for (byte b : sessionId.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            name.append(isPlain || c == '-' || c == '_' ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        if (name.length() > MAX_NAME) {
            // No shorter id has this sign in it.
            name.setLength(MAX_NAME / 2);
            name.append('~').append(Hashing.sha256().hashString(sessionId, StandardCharsets.UTF_8));
        }
        return folder.path().resolve(name + SUFFIX);
    }
}
