package dev.sandshell.history;

import com.google.common.collect.ImmutableList;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The tables, and the way to them from every version that there ever was. The version stands in the file itself
 * ({@code PRAGMA user_version}); a step is never changed once it has been released, only followed by another.
 */
final class HistorySchema {
    /** Step N leads from version N to version N + 1; an empty file has version 0. */
    private static final ImmutableList<ImmutableList<String>> STEPS = ImmutableList.of(ImmutableList.of(
            """
            CREATE TABLE command (
              id INTEGER PRIMARY KEY AUTOINCREMENT,
              session TEXT NOT NULL,
              command TEXT NOT NULL,
              cwd TEXT NOT NULL,
              exit_code INTEGER,
              started_at_ms INTEGER NOT NULL,
              duration_ms INTEGER NOT NULL)""",
            "CREATE INDEX command_by_session ON command(session)",
            "CREATE INDEX command_by_start ON command(started_at_ms)",
            // By triples of characters, so that any part of a command is found and not only whole words.
            """
            CREATE VIRTUAL TABLE command_text
              USING fts5(command, content='command', content_rowid='id', tokenize='trigram')""",
            """
            CREATE TRIGGER command_added AFTER INSERT ON command BEGIN
              INSERT INTO command_text(rowid, command) VALUES (new.id, new.command);
            END""",
            """
            CREATE TRIGGER command_removed AFTER DELETE ON command BEGIN
              INSERT INTO command_text(command_text, rowid, command) VALUES ('delete', old.id, old.command);
            END"""));

    private HistorySchema() {}

    static int current() {
        return STEPS.size();
    }

    /** Brings the file to the current version, all of the way or not at all; others that come meanwhile wait. */
    static void migrate(Connection connection) throws SQLException {
        requireKnown(version(connection));
        if (version(connection) == current()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            try {
                // Again: somebody else may have done it, or more than it, while we waited.
                int from = version(connection);
                requireKnown(from);
                for (int step = from; step < current(); step++) {
                    for (String sql : STEPS.get(step)) {
                        statement.execute(sql);
                    }
                }
                statement.execute("PRAGMA user_version = " + current());
                statement.execute("COMMIT");
            } catch (SQLException e) {
                HistoryStore.rollBack(statement, e);
                throw e;
            }
        }
    }

    static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA user_version")) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    private static void requireKnown(int version) throws NewerSchemaException {
        if (version > current()) {
            throw new NewerSchemaException(version);
        }
    }

    /** The file belongs to a newer program, which may go on with it; we do not touch it. */
    static final class NewerSchemaException extends SQLException {
        NewerSchemaException(int version) {
            super("it has version " + version + ", and this program knows none after " + current());
        }
    }
}
