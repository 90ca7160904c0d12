package dev.sandshell.history;

import static dev.sandshell.history.HistoryScene.CLOCK;
import static dev.sandshell.history.HistoryScene.all;
import static dev.sandshell.history.HistoryScene.command;
import static dev.sandshell.history.HistoryScene.containing;
import static dev.sandshell.history.HistoryScene.limits;
import static dev.sandshell.history.HistoryScene.meddle;
import static dev.sandshell.history.HistoryScene.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.sandshell.Warnings;
import dev.sandshell.history.HistorySchema.ForeignFileException;
import dev.sandshell.history.HistorySchema.NewerSchemaException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteConfig;

/** Files of every version, of other programs, and such that lack something. */
class HistorySchemaTest {
    @TempDir
    private Path folder;

    private final Warnings warnings = new Warnings("dev.sandshell.history");

    private Path file() {
        return folder.resolve("history.db");
    }

    private HistoryStore store() throws Exception {
        return HistoryStore.open(file(), limits(), CLOCK, false);
    }

    private Connection connection() throws SQLException {
        return new SQLiteConfig().createConnection("jdbc:sqlite:" + file().toUri());
    }

    /** One of ours, with a command. */
    private void begin() throws Exception {
        try (HistoryStore store = store()) {
            store.add(List.of(command("make before")));
        }
    }

    private static HistorySchema next(String... statements) {
        return new HistorySchema(ImmutableList.<ImmutableList<String>>builder()
                .addAll(HistorySchema.current().steps())
                .add(ImmutableList.copyOf(statements))
                .build());
    }

    @AfterEach
    void close() {
        warnings.close();
    }

    // ---- versions

    @Test
    void anEmptyFileIsBroughtToTheCurrentOne() throws Exception {
        Files.createFile(file());
        begin();
        try (Connection connection = connection()) {
            assertThat(HistorySchema.version(connection))
                    .isEqualTo(HistorySchema.current().version());
        }
        assertThat(warnings.messages()).isEmpty();
    }

    @Test
    void aMigrationThatFailsLeavesEverythingAsItWas() throws Exception {
        begin();
        try (Connection connection = connection()) {
            HistorySchema failing = next("ALTER TABLE command ADD COLUMN host TEXT", "CREATE TABLE command (a)");
            assertThatThrownBy(() -> failing.migrate(connection)).hasMessageContaining("already exists");
            assertThat(HistorySchema.version(connection)).isEqualTo(1);
        }
        try (HistoryStore store = store()) {
            store.add(List.of(command("make after")));
            assertThat(texts(store.find(containing("make")))).containsExactly("make after", "make before");
        }
    }

    @Test
    void whoHasAnOlderVersionOpenWritesNoMoreOnceItIsMigrated() throws Exception {
        try (HistoryStore older = store();
                Connection connection = connection()) {
            older.add(List.of(command("make before")));
            next("ALTER TABLE command ADD COLUMN host TEXT").migrate(connection);
            assertThatThrownBy(() -> older.add(List.of(command("make after"))))
                    .isInstanceOf(NewerSchemaException.class);
            assertThatThrownBy(() -> older.find(all())).isInstanceOf(NewerSchemaException.class);
            assertThat(HistorySchema.version(connection)).isEqualTo(2);
        }
    }

    @Test
    void aNewerVersionIsNotTouched() throws Exception {
        meddle(file(), "CREATE TABLE future (a)", "PRAGMA user_version = 2");
        byte[] before = Files.readAllBytes(file());
        assertThatThrownBy(this::store).isInstanceOf(NewerSchemaException.class).hasMessageContaining("version 2");
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    // ---- other programs' files

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE bookmark (url TEXT)",
                "CREATE TABLE bookmark (url TEXT); PRAGMA user_version = 1",
                "CREATE TABLE command (id INTEGER PRIMARY KEY, name TEXT); PRAGMA user_version = 1",
                "CREATE VIEW command AS SELECT 1 AS id; PRAGMA user_version = 1",
                "PRAGMA user_version = 1",
                "CREATE TABLE command (a); PRAGMA user_version = -7",
            })
    void anotherProgramsIsNotTouched(String script) throws Exception {
        meddle(file(), script.split("; "));
        byte[] before = Files.readAllBytes(file());
        assertThatThrownBy(this::store).isInstanceOf(ForeignFileException.class);
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void aColumnThatWouldHaveToBeWrittenMakesItForeignAndAnotherDoesNot() throws Exception {
        begin();
        meddle(file(), "ALTER TABLE command ADD COLUMN note TEXT", "CREATE TABLE mine (a)");
        begin();
        meddle(
                file(),
                "PRAGMA writable_schema = ON",
                "UPDATE sqlite_master SET sql = replace(sql, 'note TEXT', 'note TEXT NOT NULL') WHERE name = 'command'");
        assertThatThrownBy(this::store).isInstanceOf(ForeignFileException.class);
    }

    // ---- what finds commands

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE command_text",
                "DROP TRIGGER command_added",
                "DROP TRIGGER command_removed",
                "DROP INDEX command_by_session",
                "DROP INDEX command_by_start; CREATE INDEX command_by_start ON command(cwd)",
                "DROP TABLE command_text; CREATE VIRTUAL TABLE command_text USING fts5(a)",
                "DROP TRIGGER command_added; DROP TRIGGER command_removed; DROP TABLE command_text",
            })
    void whatIsMissingIsMadeAnew(String script) throws Exception {
        begin();
        meddle(file(), script.split("; "));
        meddle(
                file(),
                "DROP TRIGGER IF EXISTS command_added",
                "INSERT INTO command (session, command, cwd, exit_code, started_at_ms, duration_ms)"
                        + " SELECT session, 'make meanwhile', cwd, exit_code, started_at_ms, 0 FROM command");
        try (HistoryStore store = store()) {
            store.add(List.of(command("make after")));
            assertThat(texts(store.find(containing("make"))))
                    .containsExactly("make after", "make meanwhile", "make before");
        }
        assertThat(warnings.messages()).singleElement().asString().contains("made anew");
        meddle(file(), "INSERT INTO command_text(command_text, rank) VALUES ('integrity-check', 1)");
    }

    @Test
    void anIndexThatCannotBeMadeAnewMakesTheFileUseless() throws Exception {
        begin();
        meddle(file(), "DROP TABLE command_text_config");
        assertThatThrownBy(this::store).isInstanceOf(ForeignFileException.class);
    }
}
