package dev.sandshell.history;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The tables, and the way to them from every version that there ever was. The version stands in the file itself
 * ({@code PRAGMA user_version}); a step is never changed once it has been released, only followed by another.
 *
 * <p>What only serves to find commands is made anew where it is missing or somebody has changed it. A file that has
 * something else in the place of the commands is another program's.
 *
 * @param steps the statements of step N lead from version N to version N + 1; an empty file has version 0
 */
record HistorySchema(ImmutableList<ImmutableList<String>> steps) {
    private static final Logger LOG = Logger.getLogger(HistorySchema.class.getName());

    private static final String COMMANDS = """
            CREATE TABLE command (
              id INTEGER PRIMARY KEY AUTOINCREMENT,
              session TEXT NOT NULL,
              command TEXT NOT NULL,
              cwd TEXT NOT NULL,
              exit_code INTEGER,
              started_at_ms INTEGER NOT NULL,
              duration_ms INTEGER NOT NULL)""";

    /** Each by its name, in the order in which they can be made. */
    private static final ImmutableMap<String, String> SEARCH = ImmutableMap.of(
            "command_by_session",
            "CREATE INDEX command_by_session ON command(session)",
            "command_by_start",
            "CREATE INDEX command_by_start ON command(started_at_ms)",
            // By triples of characters, so that any part of a command is found and not only whole words.
            "command_text",
            """
            CREATE VIRTUAL TABLE command_text
              USING fts5(command, content='command', content_rowid='id', tokenize='trigram')""",
            "command_added",
            """
            CREATE TRIGGER command_added AFTER INSERT ON command BEGIN
              INSERT INTO command_text(rowid, command) VALUES (new.id, new.command);
            END""",
            "command_removed",
            """
            CREATE TRIGGER command_removed AFTER DELETE ON command BEGIN
              INSERT INTO command_text(command_text, rowid, command) VALUES ('delete', old.id, old.command);
            END""");

    private static final ImmutableList<String> DROP_SEARCH = ImmutableList.of(
            "DROP TRIGGER IF EXISTS command_added",
            "DROP TRIGGER IF EXISTS command_removed",
            "DROP INDEX IF EXISTS command_by_session",
            "DROP INDEX IF EXISTS command_by_start",
            "DROP TABLE IF EXISTS command_text");

    /** Whether the columns are there that we write and read, and no other that we would have to write. */
    private static final String HAS_COMMANDS = """
            SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'command'
              AND 7 = (SELECT count(*) FROM pragma_table_info('command') WHERE (name, type, "notnull", pk) IN (VALUES
                ('id', 'INTEGER', 0, 1), ('session', 'TEXT', 1, 0), ('command', 'TEXT', 1, 0), ('cwd', 'TEXT', 1, 0),
                ('exit_code', 'INTEGER', 0, 0), ('started_at_ms', 'INTEGER', 1, 0), ('duration_ms', 'INTEGER', 1, 0)))
              AND 6 = (SELECT count(*) FROM pragma_table_info('command')
                WHERE name = 'id' OR "notnull" AND dflt_value IS NULL)""";

    private static final HistorySchema CURRENT = new HistorySchema(ImmutableList.of(ImmutableList.<String>builder()
            .add(COMMANDS)
            .addAll(SEARCH.values())
            .build()));

    static HistorySchema current() {
        return CURRENT;
    }

    int version() {
        return steps.size();
    }

    /**
     * Brings the file to this version, and what is missing back, all of the way or not at all; others that come meanwhile
     * wait. A file of a newer version, or of another program, is left as it is.
     *
     * @throws NewerSchemaException where the version is one that we do not know
     * @throws ForeignFileException where it is another program's
     */
    void migrate(Connection connection) throws SQLException {
        requireOurs(connection);
        if (version(connection) == version() && canSearch(connection)) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            try {
                // Again: somebody else may have done it, or more than it, while we waited.
                requireOurs(connection);
                for (int step = version(connection); step < version(); step++) {
                    for (String sql : steps.get(step)) {
                        statement.execute(sql);
                    }
                }
                statement.execute("PRAGMA user_version = " + version());
                if (!canSearch(connection)) {
                    makeSearch(statement);
                }
                statement.execute("COMMIT");
            } catch (SQLException e) {
                HistoryStore.rollBack(statement, e);
                throw e;
            }
        }
    }

    /** Throws where somebody else has brought the file to a newer version since it was opened. */
    void requireKnown(Connection connection) throws SQLException {
        int version = version(connection);
        if (version > version()) {
            throw new NewerSchemaException(version, version());
        }
    }

    private void requireOurs(Connection connection) throws SQLException {
        requireKnown(connection);
        boolean isOurs = version(connection) == 0
                ? !has(connection, "SELECT 1 FROM sqlite_master")
                : has(connection, HAS_COMMANDS);
        if (!isOurs) {
            throw new ForeignFileException("it has no history of ours, but something else");
        }
    }

    private static boolean canSearch(Connection connection) throws SQLException {
        for (Map.Entry<String, String> part : SEARCH.entrySet()) {
            // SQLite keeps the very words that made it.
            String sql = "SELECT 1 FROM sqlite_master WHERE name = '%s' AND sql = '%s'"
                    .formatted(part.getKey(), part.getValue().replace("'", "''"));
            if (!has(connection, sql)) {
                return false;
            }
        }
        try {
            // Some of it is tables that SQLite has made by itself.
            has(connection, "SELECT rowid FROM command_text LIMIT 1");
            return true;
        } catch (SQLException e) {
            if (HistoryStore.isMistaken(e)) {
                return false;
            }
            throw e;
        }
    }

    private static void makeSearch(Statement statement) throws SQLException {
        LOG.log(Level.WARNING, "the history lacked what finds commands in it; that is made anew");
        for (String sql : DROP_SEARCH) {
            try {
                statement.execute(sql);
            } catch (SQLException e) {
                if (HistoryStore.isMistaken(e)) {
                    throw new ForeignFileException("what finds commands in it cannot be made anew: " + e.getMessage());
                }
                throw e;
            }
        }
        for (String sql : SEARCH.values()) {
            statement.execute(sql);
        }
        statement.execute("INSERT INTO command_text(command_text) VALUES ('rebuild')");
    }

    private static boolean has(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next();
        }
    }

    static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA user_version")) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    /** The file belongs to a newer program, which may go on with it; we do not touch it. */
    static final class NewerSchemaException extends SQLException {
        NewerSchemaException(int version, int known) {
            super("it has version " + version + ", and this program knows none after " + known);
        }
    }

    /** The file is a database, but not one that we could keep our commands in. */
    static final class ForeignFileException extends SQLException {
        ForeignFileException(String message) {
            super(message);
        }
    }
}
