package dev.sandshell.history;

import static dev.sandshell.history.HistoryScene.CLOCK;
import static dev.sandshell.history.HistoryScene.all;
import static dev.sandshell.history.HistoryScene.command;
import static dev.sandshell.history.HistoryScene.limits;
import static dev.sandshell.history.HistoryScene.meddle;
import static dev.sandshell.history.HistoryScene.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.Warnings;
import dev.sandshell.concurrent.NamedThreads;
import dev.sandshell.policy.RefusedException;
import dev.sandshell.state.StateFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The log as the server has it: its thread, its files, and all that can be wrong with them. */
@Timeout(60)
class SqliteCommandLogTest {
    @TempDir
    private Path parent;

    private final Warnings warnings = new Warnings("dev.sandshell.history");

    private Path folder() {
        return parent.resolve("new/state");
    }

    private Path file() {
        return folder().resolve("history.db");
    }

    private SqliteCommandLog log() {
        return new SqliteCommandLog(
                new StateFolder(folder()), limits(), CLOCK, Runnable::run, NamedThreads.factory("history"));
    }

    private static List<String> found(SqliteCommandLog log) {
        return texts(log.find(all()).join());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static boolean hasThread() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().startsWith("history-"));
    }

    @AfterEach
    void noThreadIsLeft() {
        warnings.close();
        assertThat(hasThread()).isFalse();
    }

    @Test
    void nothingIsOpenedBeforeTheFirstCommand() {
        SqliteCommandLog log = log();
        assertThat(hasThread()).isFalse();
        log.close();
        assertThat(folder()).doesNotExist();
    }

    @Test
    void aQuestionAloneMakesNoFile() {
        try (SqliteCommandLog log = log()) {
            assertThat(found(log)).isEmpty();
        }
        assertThat(folder()).doesNotExist();
    }

    @Test
    void aQuestionSeesAllThatWasAddedBefore() {
        try (SqliteCommandLog log = log()) {
            log.add(command("one"));
            log.add(command("two"));
            assertThat(found(log)).containsExactly("two", "one");
        }
    }

    @Test
    void closingLosesNothingAndLeavesPrivateFiles() throws IOException {
        try (SqliteCommandLog log = log()) {
            log.add(command("one"));
            log.add(command("two"));
        }
        assertThat(files()).containsExactly("history.db", "history.lock");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        try (SqliteCommandLog log = log()) {
            assertThat(found(log)).containsExactly("two", "one");
        }
    }

    @Test
    void afterTheEndNothingIsTaken() {
        SqliteCommandLog log = log();
        log.add(command("one"));
        log.close();
        log.close();
        log.add(command("two"));
        assertThat(found(log)).isEmpty();
        try (SqliteCommandLog next = log()) {
            assertThat(found(next)).containsExactly("one");
        }
    }

    @Test
    void aLongCommandIsCutBetweenCharacters() {
        try (SqliteCommandLog log = log()) {
            log.add(command("0123456789012345678𝄞"));
            log.add(command("01234567890123456789"));
            assertThat(found(log)).containsExactly("01234567890123456789", "0123456789012345678");
        }
    }

    @Test
    void whatWaitsIsBoundedAndSoSaid() {
        CompletableFuture<Void> isHeld = new CompletableFuture<>();
        CompletableFuture<Void> release = new CompletableFuture<>();
        // The first answer keeps the history's thread.
        Executor answers = task -> {
            isHeld.complete(null);
            release.join();
            task.run();
        };
        try (SqliteCommandLog log = new SqliteCommandLog(
                new StateFolder(folder()), limits(), CLOCK, answers, NamedThreads.factory("history"))) {
            log.add(command("before"));
            var first = log.find(all());
            isHeld.join();
            for (int i = 0; i < 10; i++) {
                log.add(command("c" + i));
            }
            var second = log.find(all());
            var third = log.find(all());
            var fourth = log.find(all());
            assertThat(fourth.handle((entries, failure) -> failure).getNow(null))
                    .isInstanceOf(RefusedException.class);
            release.complete(null);
            assertThat(texts(first.join())).containsExactly("before");
            assertThat(texts(second.join())).containsExactly("c9", "c8", "c7", "c6", "before");
            assertThat(third.join()).isEqualTo(second.join());
            assertThat(warnings.messages())
                    .containsExactly("commands end faster than the history is written; it will lack some");
        }
    }

    // ---- what can be wrong

    @Test
    void aDamagedFileIsPutAside() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(file(), "this is no database ".repeat(100));
        try (SqliteCommandLog log = log()) {
            log.add(command("one"));
            assertThat(found(log)).containsExactly("one");
        }
        assertThat(files()).containsExactly("history.db", "history.db.damaged-20260304-050607-008", "history.lock");
        assertThat(Files.readString(folder().resolve("history.db.damaged-20260304-050607-008")))
                .startsWith("this is no database");
        assertThat(warnings.messages()).singleElement().asString().contains("history.db.damaged-", "new one is begun");
    }

    @Test
    void aFileThatIsDamagedInItsMiddleIsPutAside() throws IOException {
        try (SqliteCommandLog log = log()) {
            log.add(command("one"));
        }
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            // All but the first page, which has the tables.
            channel.position(4_096);
            channel.write(java.nio.ByteBuffer.wrap(new byte[(int) channel.size() - 4_096]));
        }
        try (SqliteCommandLog log = log()) {
            log.add(command("two"));
            assertThat(found(log)).containsExactly("two");
        }
        assertThat(files()).anyMatch(name -> name.startsWith("history.db.damaged-"));
    }

    @Test
    void anotherProgramsFileIsPutAside() throws Exception {
        Files.createDirectories(folder());
        meddle(file(), "CREATE TABLE command (name TEXT)", "INSERT INTO command VALUES ('theirs')");
        byte[] theirs = Files.readAllBytes(file());
        try (SqliteCommandLog log = log()) {
            log.add(command("one"));
            assertThat(found(log)).containsExactly("one");
        }
        assertThat(folder().resolve("history.db.foreign-20260304-050607-008")).hasBinaryContent(theirs);
        assertThat(warnings.messages()).singleElement().asString().contains("history.db.foreign-");
    }

    @Test
    void whatIsLostWhileItIsOpenIsMadeAnewToo() throws Exception {
        try (SqliteCommandLog log = log()) {
            log.add(command("one"));
            assertThat(found(log)).containsExactly("one");
            meddle(file(), "DROP TABLE command_text");
            log.add(command("two"));
            assertThat(texts(log.find(HistoryScene.containing("two")).join())).containsExactly("two");
            assertThat(found(log)).containsExactly("two", "one");
        }
        assertThat(warnings.messages()).singleElement().asString().contains("made anew");
    }

    @Test
    void whoRemovesTheFileIsRidOfIt() throws Exception {
        try (SqliteCommandLog log = log();
                SqliteCommandLog other = log()) {
            log.add(command("removed"));
            assertThat(found(log)).containsExactly("removed");
            for (String name : files()) {
                Files.delete(folder().resolve(name));
            }
            assertThat(found(log)).isEmpty();
            other.add(command("other"));
            assertThat(found(other)).containsExactly("other");
            log.add(command("kept"));
            assertThat(found(log)).containsExactly("kept", "other");
            assertThat(found(other)).containsExactly("kept", "other");
        }
        try (SqliteCommandLog log = log()) {
            assertThat(found(log)).containsExactly("kept", "other");
        }
        assertThat(warnings.messages()).isEmpty();
    }

    @Test
    void whoHasARemovedFileOpenDoesNotTakeFromTheNext() throws Exception {
        SqliteCommandLog log = log();
        log.add(command("removed"));
        assertThat(found(log)).containsExactly("removed");
        for (String name : files()) {
            Files.delete(folder().resolve(name));
        }
        try (SqliteCommandLog other = log()) {
            other.add(command("other"));
            assertThat(found(other)).containsExactly("other");
            log.close();
            try (SqliteCommandLog third = log()) {
                assertThat(found(third)).containsExactly("other");
            }
        }
    }

    @Test
    void aNewerFileIsLeftAlone() throws Exception {
        Files.createDirectories(folder());
        meddle(file(), "CREATE TABLE future (a)", "PRAGMA user_version = 99");
        byte[] before = Files.readAllBytes(file());
        try (SqliteCommandLog log = log()) {
            log.add(command("one"));
            assertThat(found(log)).isEmpty();
            assertThat(found(log)).isEmpty();
        }
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
        assertThat(warnings.messages()).singleElement().asString().contains("version 99");
    }

    @Test
    void aFileThatANewerServerMigratesMeanwhileIsLeftToIt() throws Exception {
        try (SqliteCommandLog log = log()) {
            log.add(command("one"));
            assertThat(found(log)).containsExactly("one");
            meddle(file(), "ALTER TABLE command RENAME TO commands", "PRAGMA user_version = 99");
            log.add(command("two"));
            assertThat(found(log)).isEmpty();
        }
        assertThat(files()).containsExactly("history.db", "history.lock");
        assertThat(warnings.messages()).singleElement().asString().contains("version 99");
    }

    @Test
    void aLinkLeadsToTheFileEvenBeforeThatIsThere() throws Exception {
        Files.createDirectories(folder());
        Path elsewhere = Files.createDirectory(parent.resolve("elsewhere")).resolve("kept.db");
        Files.createSymbolicLink(file(), Path.of("../../elsewhere/kept.db"));
        for (String text : List.of("one", "two")) {
            try (SqliteCommandLog log = log()) {
                log.add(command(text));
                assertThat(found(log)).startsWith(text);
            }
        }
        assertThat(file()).isSymbolicLink();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(elsewhere)))
                .isEqualTo("rw-------");
        assertThat(warnings.messages()).isEmpty();
    }

    @Test
    void aDamagedFileBehindALinkStaysWhereItIs() throws Exception {
        Files.createDirectories(folder());
        Path elsewhere = Files.writeString(parent.resolve("kept.db"), "this is no database ".repeat(100));
        Files.createSymbolicLink(file(), elsewhere);
        try (SqliteCommandLog log = log()) {
            log.add(command("one"));
            assertThat(found(log)).containsExactly("one");
        }
        assertThat(elsewhere).content().startsWith("this is no database");
        assertThat(file()).isRegularFile();
        assertThat(folder().resolve("history.db.damaged-20260304-050607-008")).isSymbolicLink();
    }

    @Test
    void aFolderThatCannotBeIsSaidOnceAndUsedOnceItCan() throws IOException {
        Files.writeString(parent.resolve("new"), "in the way");
        try (SqliteCommandLog log = log()) {
            log.add(command("lost"));
            assertThat(found(log)).isEmpty();
            log.add(command("lost too"));
            assertThat(found(log)).isEmpty();
            Files.delete(parent.resolve("new"));
            log.add(command("kept"));
            assertThat(found(log)).containsExactly("kept");
        }
        assertThat(warnings.messages()).singleElement().asString().contains("cannot be used");
    }

    @Test
    void aFolderThatOthersCanWriteToIsNotUsed() throws IOException {
        Files.createDirectories(folder());
        Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwxrwxrwx"));
        try (SqliteCommandLog log = log()) {
            log.add(command("one"));
        }
        assertThat(files()).isEmpty();
        assertThat(warnings.messages()).singleElement().asString().contains("somebody else");
    }

    // ---- where

    @Test
    void whereTheFolderIs() {
        assertThat(StateFolder.of(Map.of("SANDSHELL_STATE_DIR", "/a", "XDG_STATE_HOME", "/b", "HOME", "/c")))
                .isEqualTo(new StateFolder(Path.of("/a")));
        assertThat(StateFolder.of(Map.of("SANDSHELL_STATE_DIR", "", "XDG_STATE_HOME", "/b", "HOME", "/c")))
                .isEqualTo(new StateFolder(Path.of("/b/sandshell")));
        assertThat(StateFolder.of(Map.of("XDG_STATE_HOME", "relative", "HOME", "/c")))
                .isEqualTo(new StateFolder(Path.of("/c/.local/state/sandshell")));
    }
}
