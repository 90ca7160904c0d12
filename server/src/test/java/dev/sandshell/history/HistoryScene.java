package dev.sandshell.history;

import com.google.common.collect.ImmutableList;
import dev.sandshell.policy.HistoryLimits;
import dev.sandshell.session.CommandLog.Entry;
import dev.sandshell.session.CommandLog.FinishedCommand;
import dev.sandshell.session.CommandLog.Query;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.sqlite.SQLiteConfig;

/** What the tests of the history share: small bounds, a clock that stands, commands, and what was logged. */
final class HistoryScene {
    static final Instant NOW = Instant.parse("2026-03-04T05:06:07.008Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private HistoryScene() {}

    static HistoryLimits limits(int entries, long bytes) {
        return new HistoryLimits(entries, Duration.ofDays(10), bytes, 20, 4, 1_000, 2, 100, 1_000);
    }

    static HistoryLimits limits() {
        return limits(1_000, 1L << 30);
    }

    static FinishedCommand command(String text) {
        return command(text, NOW);
    }

    static FinishedCommand command(String text, Instant start) {
        return new FinishedCommand("s", text, "/tmp", 0, start.toEpochMilli(), 5);
    }

    static Query all() {
        return new Query(null, null, 100, null);
    }

    static Query containing(String text) {
        return new Query(null, text, 100, null);
    }

    static List<String> texts(ImmutableList<Entry> entries) {
        return entries.stream().map(entry -> entry.command().command()).toList();
    }

    /** Does something to a database behind the back of its store. */
    static void meddle(Path file, String... statements) throws SQLException {
        try (Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + file.toUri());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
