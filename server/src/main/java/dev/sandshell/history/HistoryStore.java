package dev.sandshell.history;

import com.google.common.collect.ImmutableList;
import dev.sandshell.policy.HistoryLimits;
import dev.sandshell.session.CommandLog.Entry;
import dev.sandshell.session.CommandLog.FinishedCommand;
import dev.sandshell.session.CommandLog.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteException;

/**
 * The open database. For one thread; other processes may have the same file open, each waits for the others' writing.
 *
 * <p>Holds at most as many commands, of such an age and such a size in all, as {@link HistoryLimits} say; looked at with
 * the first writing and then every {@value #PRUNED_EVERY} commands.
 */
final class HistoryStore implements AutoCloseable {
    private static final int PRUNED_EVERY = 256;

    /** Shorter than the end of a server may take. */
    private static final int BUSY_MS = 3_000;

    private static final int ERROR = 1;
    private static final int CORRUPT = 11;
    private static final int NOT_A_DATABASE = 26;

    private final Path file;
    private final Object identity;
    private final Connection connection;
    private final HistoryLimits limits;
    private final Clock clock;
    private int addedSincePruned = PRUNED_EVERY;

    private HistoryStore(Path file, Connection connection, HistoryLimits limits, Clock clock) throws IOException {
        this.file = file;
        this.identity = identity(file);
        this.connection = connection;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Opens it, in the current version. A file of a newer version, or of another program, is left as it is.
     *
     * @param looksThrough whether all of it is looked at for damage, which takes its time
     */
    static HistoryStore open(Path file, HistoryLimits limits, Clock clock, boolean looksThrough)
            throws IOException, SQLException {
        SqliteLibrary.tell();
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MS);
        // As a URI: in a plain path the driver would take what follows a question mark for options.
        Connection connection = config.createConnection("jdbc:sqlite:" + file.toUri());
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA synchronous = NORMAL");
            HistorySchema.current().migrate(connection);
            // Not before: it is written into the file.
            statement.execute("PRAGMA journal_mode = WAL");
            if (looksThrough) {
                try (ResultSet row = statement.executeQuery("PRAGMA quick_check(1)")) {
                    if (!row.next() || !"ok".equals(row.getString(1))) {
                        throw new SQLException("it is damaged", "", CORRUPT);
                    }
                }
            }
            return new HistoryStore(file, connection, limits, clock);
        } catch (IOException | SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static Object identity(Path file) throws IOException {
        return Files.getAttribute(file, "unix:ino");
    }

    /** Whether the file that is open is still the one that others would open. */
    boolean isInPlace() {
        try {
            return identity.equals(identity(file));
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether the file itself is at fault. */
    static boolean isDamage(SQLException failure) {
        int kind = kind(failure);
        return kind == CORRUPT || kind == NOT_A_DATABASE;
    }

    /** Whether a statement does not fit the tables that are there. */
    static boolean isMistaken(SQLException failure) {
        return kind(failure) == ERROR;
    }

    private static int kind(SQLException failure) {
        int code = failure instanceof SQLiteException known ? known.getResultCode().code : failure.getErrorCode();
        // The rest says more about it.
        return code & 0xff;
    }

    /** Adds them all, or none. */
    void add(List<FinishedCommand> commands) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            try {
                HistorySchema.current().requireKnown(connection);
                insert(commands);
                addedSincePruned += commands.size();
                if (addedSincePruned >= PRUNED_EVERY) {
                    prune();
                    addedSincePruned = 0;
                }
                statement.execute("COMMIT");
            } catch (SQLException e) {
                rollBack(statement, e);
                throw e;
            }
        }
    }

    static void rollBack(Statement statement, SQLException cause) {
        try {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            // Some failures have rolled back already; what matters is the first one.
            cause.addSuppressed(e);
        }
    }

    private void insert(List<FinishedCommand> commands) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO command (session, command, cwd, exit_code, started_at_ms, duration_ms) VALUES (?, ?, ?, ?, ?, ?)")) {
            for (FinishedCommand command : commands) {
                insert.setString(1, command.sessionId());
                insert.setString(2, command.command());
                insert.setString(3, command.cwd());
                if (command.exitCode() == null) {
                    insert.setNull(4, Types.INTEGER);
                } else {
                    insert.setInt(4, command.exitCode());
                }
                insert.setLong(5, command.startedAtMs());
                insert.setLong(6, command.durationMs());
                insert.executeUpdate();
            }
        }
    }

    private void prune() throws SQLException {
        update(
                "DELETE FROM command WHERE started_at_ms < ?",
                clock.millis() - limits.age().toMillis());
        update(
                "DELETE FROM command WHERE id <= (SELECT id FROM command ORDER BY id DESC LIMIT 1 OFFSET ?)",
                limits.entries());
        long pages = number("PRAGMA page_count") - number("PRAGMA freelist_count");
        if (pages * number("PRAGMA page_size") > limits.bytes()) {
            // A quarter, or this would have to be done again at once.
            long count = number("SELECT count(*) FROM command");
            update("DELETE FROM command WHERE id IN (SELECT id FROM command ORDER BY id LIMIT ?)", count / 4 + 1);
        }
    }

    private void update(String sql, long value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, value);
            statement.executeUpdate();
        }
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** What matches, newest first. Ends early, but not before the first, after much text. */
    ImmutableList<Entry> find(Query query) throws SQLException {
        HistorySchema.current().requireKnown(connection);
        String text = query.text();
        if (text == null) {
            return find(query, null);
        }
        try {
            return find(query, SearchTerms.of(text));
        } catch (SQLException e) {
            if (isDamage(e)) {
                throw e;
            }
            // Something that the index does not take, though all is quoted.
            return find(query, SearchTerms.withoutIndex(text));
        }
    }

    private ImmutableList<Entry> find(Query query, @Nullable SearchTerms terms) throws SQLException {
        StringBuilder sql = new StringBuilder(
                "SELECT id, session, command, cwd, exit_code, started_at_ms, duration_ms FROM command WHERE true");
        List<Object> values = new ArrayList<>();
        if (query.sessionId() != null) {
            sql.append(" AND session = ?");
            values.add(query.sessionId());
        }
        if (query.beforeId() != null) {
            sql.append(" AND id < ?");
            values.add(query.beforeId());
        }
        if (terms != null && !terms.match().isEmpty()) {
            sql.append(" AND id IN (SELECT rowid FROM command_text WHERE command_text MATCH ?)");
            values.add(terms.match());
        }
        if (terms != null) {
            for (String pattern : terms.patterns()) {
                sql.append(" AND command LIKE ? ESCAPE '\\'");
                values.add(pattern);
            }
        }
        sql.append(" ORDER BY id DESC LIMIT ?");
        values.add(query.limit());
        try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                return entries(rows);
            }
        }
    }

    private ImmutableList<Entry> entries(ResultSet rows) throws SQLException {
        ImmutableList.Builder<Entry> entries = ImmutableList.builder();
        long chars = 0;
        while (chars < limits.answerChars() && rows.next()) {
            int exitCode = rows.getInt(5);
            boolean isUnknown = rows.wasNull();
            FinishedCommand command = new FinishedCommand(
                    rows.getString(2),
                    rows.getString(3),
                    rows.getString(4),
                    isUnknown ? null : exitCode,
                    rows.getLong(6),
                    rows.getLong(7));
            chars += command.command().length() + command.cwd().length();
            entries.add(new Entry(rows.getLong(1), command));
        }
        return entries.build();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
