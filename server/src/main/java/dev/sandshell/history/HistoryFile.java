package dev.sandshell.history;

import dev.sandshell.policy.HistoryLimits;
import dev.sandshell.state.StateFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Where the database lies, and how it is opened: one process at a time, so that of several that find it damaged only one
 * puts it aside, and the others find the fresh one. Any thread may call.
 */
final class HistoryFile {
    private static final Logger LOG = Logger.getLogger(HistoryFile.class.getName());

    private static final String NAME = "history.db";
    private static final String LOCK = "history.lock";
    private static final String DAMAGED = ".damaged-";
    private static final String FOREIGN = ".foreign-";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    /** A lock on a file counts for the whole process, which must not ask for it twice. */
    private static final Object WITHIN_PROCESS = new Object();

    private final StateFolder folder;
    private final HistoryLimits limits;
    private final Clock clock;

    HistoryFile(StateFolder folder, HistoryLimits limits, Clock clock) {
        this.folder = folder;
        this.limits = limits;
        this.clock = clock;
    }

    /** Whether anything has been kept yet. */
    boolean exists() {
        return Files.exists(path());
    }

    Path path() {
        return folder.path().resolve(NAME);
    }

    HistoryStore open() throws IOException, SQLException {
        return open(false);
    }

    /** After a failure that looked like damage, to find out whether the file that is there now is damaged. */
    HistoryStore openSuspect() throws IOException, SQLException {
        return open(true);
    }

    private HistoryStore open(boolean isSuspect) throws IOException, SQLException {
        synchronized (WITHIN_PROCESS) {
            folder.ensure();
            try (FileChannel channel = FileChannel.open(folder.privateFile(LOCK), StandardOpenOption.WRITE)) {
                // Until the channel is closed.
                FileLock unused = channel.lock();
                try {
                    return HistoryStore.open(folder.privateFile(NAME), limits, clock, isSuspect);
                } catch (SQLException e) {
                    boolean isForeign = e instanceof HistorySchema.ForeignFileException;
                    if (!isForeign && !HistoryStore.isDamage(e)) {
                        throw e;
                    }
                    Path aside = putAside(isForeign ? FOREIGN : DAMAGED);
                    LOG.log(
                            Level.WARNING,
                            "the history in {0} cannot be used ({1}); it is now {2}, and a new one is begun",
                            new Object[] {path(), e.getMessage(), aside});
                    return HistoryStore.open(folder.privateFile(NAME), limits, clock, false);
                }
            }
        }
    }

    /** With what belongs to it, from which somebody may still save something. */
    private Path putAside(String why) throws IOException {
        Path aside = folder.path().resolve(NAME + why + TIME.format(clock.instant()));
        for (String part : List.of("-wal", "-shm", "")) {
            Path file = folder.path().resolve(NAME + part);
            if (Files.exists(file)) {
                Files.move(file, Path.of(aside + part), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return aside;
    }
}
