package dev.sandshell.history;

import static dev.sandshell.history.HistoryScene.command;
import static dev.sandshell.history.HistoryScene.containing;
import static dev.sandshell.history.HistoryScene.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.Warnings;
import dev.sandshell.policy.HistoryLimits;
import dev.sandshell.state.StateFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;

/** Two that write to one history as fast as they can, and are killed in the midst of it. */
@Timeout(90)
class HistoryKillTest {
    /** How much is to be written before anything happens: the log of what is new is written back several times. */
    private static final int BATCHES = 60;

    @TempDir
    private Path folder;

    private final Warnings warnings = new Warnings("dev.sandshell.history");
    private final List<Writer> writers = new ArrayList<>();

    /** A process, and how far it is known to have come. */
    private record Writer(String name, Process process, BufferedReader committed) {
        void writes(int batches) throws IOException {
            for (int i = 0; i < batches; i++) {
                assertThat(committed.readLine()).as(name).isNotNull();
            }
        }

        /** How many batches it has committed for certain. */
        int killed() throws IOException, InterruptedException {
            // The process itself would close its streams, and with them what it has said last.
            process.toHandle().destroyForcibly();
            int last = -1;
            for (String line = committed.readLine(); line != null; line = committed.readLine()) {
                last = Integer.parseInt(line);
            }
            assertThat(process.waitFor()).isEqualTo(128 + 9);
            return last + 1;
        }
    }

    private Writer writer(String name) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WriterThatNeverEnds.class.getName(),
                        folder.toString(),
                        name)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Writer writer = new Writer(name, process, process.inputReader());
        writers.add(writer);
        return writer;
    }

    @AfterEach
    void noneIsLeft() throws InterruptedException {
        warnings.close();
        for (Writer writer : writers) {
            writer.process().destroyForcibly().waitFor();
        }
    }

    @RepeatedTest(3)
    void whatWasCommittedOutlivesTheKill() throws Exception {
        Writer first = writer("first");
        Writer second = writer("second");
        first.writes(BATCHES);
        second.writes(BATCHES);
        int ofFirst = first.killed();
        // The other one goes on, and comes upon what the killed one has left.
        second.writes(BATCHES);
        int ofSecond = second.killed();
        try (HistoryStore store =
                new HistoryFile(new StateFolder(folder), HistoryLimits.defaults(), Clock.systemUTC()).open()) {
            store.add(List.of(command("make after", Clock.systemUTC().instant())));
            assertThat(texts(store.find(containing("make after")))).containsExactly("make after");
            assertThat(warnings.messages()).isEmpty();
        }
        try (Connection connection = new SQLiteConfig()
                        .createConnection(
                                "jdbc:sqlite:" + folder.resolve("history.db").toUri());
                Statement statement = connection.createStatement()) {
            assertThat(column(statement, "PRAGMA integrity_check")).containsExactly("ok");
            // Fails where the index does not fit the commands.
            statement.execute("INSERT INTO command_text(command_text, rank) VALUES ('integrity-check', 1)");
            assertThat(column(statement, wholeBatches("first"))).hasSizeGreaterThanOrEqualTo(ofFirst);
            assertThat(column(statement, wholeBatches("second"))).hasSizeGreaterThanOrEqualTo(ofSecond);
            assertThat(column(
                            statement,
                            "SELECT session FROM command WHERE session <> 's' GROUP BY session HAVING count(*) <> "
                                    + WriterThatNeverEnds.BATCH))
                    .as("batches of which a part is there")
                    .isEmpty();
        }
    }

    private static String wholeBatches(String name) {
        return "SELECT session FROM command WHERE session LIKE '" + name + " %' GROUP BY session";
    }

    private static List<String> column(Statement statement, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
