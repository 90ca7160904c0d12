package dev.sandshell.history;

import com.google.common.collect.ImmutableList;
import dev.sandshell.session.CommandLog.Entry;
import dev.sandshell.session.CommandLog.FinishedCommand;
import dev.sandshell.session.CommandLog.Query;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the database open while it is well, and gets along without it. For the history's thread alone; no call throws.
 *
 * <p>A damaged file, or another program's, is put aside for a fresh one; where somebody has removed it, a fresh one is
 * begun. A folder that cannot be used, or is full, is tried again with each call, and said once until it works again. A
 * file of a newer version is left alone for good.
 */
final class HistoryWriter implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(HistoryWriter.class.getName());

    /** Something to do with the database. */
    private interface Work<T> {
        T on(HistoryStore store) throws SQLException;
    }

    private final HistoryFile file;
    private @Nullable HistoryStore store;
    private boolean isOff;
    private boolean hasComplained;

    HistoryWriter(HistoryFile file) {
        this.file = file;
    }

    void add(List<FinishedCommand> commands) {
        if (!commands.isEmpty()) {
            perform(
                    live -> {
                        live.add(commands);
                        return true;
                    },
                    false);
        }
    }

    ImmutableList<Entry> find(Query query) {
        // To look for something is no reason to make a file.
        return store == null && !file.exists()
                ? ImmutableList.of()
                : perform(live -> live.find(query), ImmutableList.of());
    }

    private <T> T perform(Work<T> work, T otherwise) {
        if (isOff) {
            return otherwise;
        }
        try {
            T done = attempt(work);
            hasComplained = false;
            return done;
        } catch (HistorySchema.NewerSchemaException e) {
            isOff = true;
            close();
            LOG.log(Level.WARNING, "there is no history: {0} is not ours to use; {1}", new Object[] {
                file.path(), e.getMessage()
            });
        } catch (IOException | SQLException e) {
            complain(e);
        } catch (LinkageError e) {
            // The driver has no native part for this machine, or could not unpack it.
            isOff = true;
            complain(e);
        }
        return otherwise;
    }

    private <T> T attempt(Work<T> work) throws IOException, SQLException {
        HistoryStore live = store;
        if (live != null && !live.isInPlace()) {
            // Somebody has removed it, or put another in its place: nobody would find what we write there.
            close();
            live = null;
        }
        if (live == null) {
            live = file.open();
            store = live;
        }
        try {
            return work.on(live);
        } catch (SQLException e) {
            if (!HistoryStore.isDamage(e) && !HistoryStore.isMistaken(e)) {
                throw e;
            }
            close();
            HistoryStore next = file.openSuspect();
            store = next;
            return work.on(next);
        }
    }

    private void complain(Throwable why) {
        if (!hasComplained) {
            hasComplained = true;
            LOG.log(Level.WARNING, "the history in {0} cannot be used: {1}", new Object[] {file.path(), reason(why)});
        }
    }

    /** In words: some have none but a path. */
    private static String reason(Throwable why) {
        boolean isBare = why instanceof FileSystemException known && known.getReason() == null;
        return why.getMessage() == null || isBare ? why.toString() : why.getMessage();
    }

    @Override
    public void close() {
        HistoryStore open = store;
        store = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                LOG.log(Level.FINE, "the history did not close well", e);
            }
        }
    }
}
