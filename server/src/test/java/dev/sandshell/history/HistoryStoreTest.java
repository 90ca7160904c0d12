package dev.sandshell.history;

import static dev.sandshell.history.HistoryScene.CLOCK;
import static dev.sandshell.history.HistoryScene.NOW;
import static dev.sandshell.history.HistoryScene.all;
import static dev.sandshell.history.HistoryScene.command;
import static dev.sandshell.history.HistoryScene.containing;
import static dev.sandshell.history.HistoryScene.limits;
import static dev.sandshell.history.HistoryScene.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.policy.HistoryLimits;
import dev.sandshell.session.CommandLog.FinishedCommand;
import dev.sandshell.session.CommandLog.Query;
import dev.sandshell.state.StateFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept, for how long, and how it is found. */
class HistoryStoreTest {
    /** When the year 1970 is not old. */
    private static final Clock NEVER_OLD = Clock.fixed(Instant.ofEpochMilli(3_000), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private final List<HistoryStore> open = new ArrayList<>();

    private Path file() {
        return folder.resolve("a ?name #1% ü.db");
    }

    private HistoryStore store(HistoryLimits limits) throws Exception {
        HistoryStore store = HistoryStore.open(file(), limits, CLOCK, false);
        open.add(store);
        return store;
    }

    private HistoryStore store() throws Exception {
        return store(limits());
    }

    @AfterEach
    void close() throws Exception {
        for (HistoryStore store : open) {
            store.close();
        }
    }

    @Test
    void everythingOfACommandComesBackFromAFreshStore() throws Exception {
        FinishedCommand whole = new FinishedCommand("a session", "echo 'ü'\n\t\"𝄞\"", "/some where", 137, 1_000, 250);
        FinishedCommand unknown = new FinishedCommand("b", "kill -9 $$", "/", null, 2_000, 0);
        try (HistoryStore store = HistoryStore.open(file(), limits(), NEVER_OLD, false)) {
            store.add(List.of(whole, unknown));
        }
        assertThat(store().find(all())).extracting(entry -> entry.command()).containsExactly(unknown, whole);
    }

    @Test
    void twoStoresOnOneFileSeeEachOthersCommands() throws Exception {
        HistoryStore one = store();
        HistoryStore other = store();
        for (int i = 0; i < 20; i++) {
            one.add(List.of(command("one " + i)));
            other.add(List.of(command("other " + i)));
        }
        assertThat(one.find(all())).hasSize(40).isEqualTo(other.find(all()));
        assertThat(texts(one.find(new Query(null, null, 2, null)))).containsExactly("other 19", "one 19");
    }

    @Test
    void threadsWithStoresOfTheirOwnLoseNothing() throws Exception {
        HistoryLimits limits = limits();
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        List<Thread> writers = IntStream.range(0, 3)
                .mapToObj(number -> new Thread(() -> {
                    try (HistoryStore store = new HistoryFile(new StateFolder(folder), limits, CLOCK).open()) {
                        for (int i = 0; i < 30; i++) {
                            store.add(List.of(command(number + " " + i)));
                        }
                    } catch (Exception e) {
                        failures.add(e);
                    }
                }))
                .toList();
        writers.forEach(Thread::start);
        for (Thread writer : writers) {
            writer.join();
        }
        assertThat(failures).isEmpty();
        try (HistoryStore store = new HistoryFile(new StateFolder(folder), limits, CLOCK).open()) {
            assertThat(store.find(new Query(null, null, 1_000, null))).hasSize(90);
        }
    }

    // ---- how long

    @Test
    void theOldestGoWhereThereAreTooMany() throws Exception {
        HistoryStore store = store(limits(10, 1L << 30));
        store.add(IntStream.range(0, 25).mapToObj(i -> command("echo:" + i)).toList());
        assertThat(texts(store.find(all()))).hasSize(10).startsWith("echo:24").endsWith("echo:15");
        assertThat(store.find(containing("echo:3"))).isEmpty();
    }

    @Test
    void whatIsTooOldGoes() throws Exception {
        HistoryStore store = store();
        store.add(List.of(
                command("old", NOW.minus(Duration.ofDays(10)).minusMillis(1)),
                command("not so old", NOW.minus(Duration.ofDays(10)))));
        assertThat(texts(store.find(all()))).containsExactly("not so old");
    }

    @Test
    void aFileThatIsTooLargeLosesAQuarter() throws Exception {
        HistoryStore store = store(limits(1_000, 1));
        store.add(IntStream.range(0, 8).mapToObj(i -> command("echo " + i)).toList());
        assertThat(texts(store.find(all()))).hasSize(5).endsWith("echo 3");
    }

    // ---- how it is found

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "make            | true",
                "MAKE            | true",
                "ake             | true",
                "test make       | true",
                "make test       | true",
                "make tests      | false",
                "\"it's\"        | true",
                "it's            | true",
                "\"              | true",
                "'               | true",
                "\"\"            | false",
                "100%            | true",
                "1%0             | false",
                "a_b             | true",
                "a_c             | false",
                "a.b             | false",
                "-j8             | true",
                "-j              | true",
                "*               | true",
                "mak*            | false",
                "AND OR NOT      | false",
                "NEAR(make test) | false",
                "command:make    | false",
                "(make)          | false",
                "\\n             | true",
                "\\\\            | false",
                "^make           | false",
                "{}              | true",
                "üß              | true",
                "naïve           | true",
                "𝄞𝄞              | false",
                "𝄞               | true",
            })
    void eachWordMustBeInIt(String query, boolean isFound) throws Exception {
        HistoryStore store = store();
        String text = "make -j8 test a_b 100% \"it's\" \\n * {} üß naïve 𝄞";
        store.add(List.of(command("something else"), command(text)));
        assertThat(texts(store.find(containing(query)))).isEqualTo(isFound ? List.of(text) : List.of());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 31, 32, 33, 250})
    void manyWordsAreOneSearch(int count) throws Exception {
        HistoryStore store = store();
        String words = String.join(" ", Collections.nCopies(count, "abc"));
        store.add(List.of(command("xabcx"), command("ab")));
        assertThat(texts(store.find(containing(words)))).containsExactly("xabcx");
        assertThat(store.find(containing(words + " nosuch"))).isEmpty();
    }

    @Test
    void bySessionInPages() throws Exception {
        HistoryStore store = store();
        store.add(IntStream.range(0, 6)
                .mapToObj(i -> new FinishedCommand(i % 2 == 0 ? "even" : "odd", "c" + i, "/", 0, NOW.toEpochMilli(), 0))
                .toList());
        var first = store.find(new Query("odd", null, 2, null));
        assertThat(texts(first)).containsExactly("c5", "c3");
        assertThat(texts(store.find(new Query("odd", null, 2, first.get(1).id()))))
                .containsExactly("c1");
    }

    @Test
    void anAnswerEndsAfterMuchText() throws Exception {
        HistoryStore store = store();
        store.add(IntStream.range(0, 5).mapToObj(i -> command("x".repeat(600))).toList());
        assertThat(store.find(all())).hasSize(2);
    }
}
