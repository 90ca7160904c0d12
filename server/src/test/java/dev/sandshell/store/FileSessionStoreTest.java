package dev.sandshell.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import dev.sandshell.Warnings;
import dev.sandshell.session.KeptSession;
import dev.sandshell.session.SessionSpec;
import dev.sandshell.session.SessionStore;
import dev.sandshell.session.ShellState;
import dev.sandshell.session.StateSource;
import dev.sandshell.session.TerminalSize;
import dev.sandshell.state.StateFolder;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file holds the newest of its session or what was there before, and nothing that lies there stops a server. */
final class FileSessionStoreTest {
    @TempDir
    Path folder;

    /** Tasks that wait until the test has them run. */
    private final Queue<Runnable> tasks = new ArrayDeque<>();

    private SessionStore store = SessionStore.NONE;

    @BeforeEach
    void makeStore() {
        store = storeOf(tasks);
    }

    private SessionStore storeOf(Queue<Runnable> waiting) {
        return new FileSessionStore(new StateFolder(folder.resolve("state")), waiting::add);
    }

    private void write() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }

    private static KeptSession session(String id) {
        return new KeptSession(SessionSpec.named(id), "/tmp", 5, 0);
    }

    private static Optional<StateSource> state(String script) {
        return Optional.of(() -> Optional.of(new ShellState("bash", script.getBytes(UTF_8))));
    }

    private List<KeptSession> read() {
        List<KeptSession> found = new ArrayList<>();
        storeOf(new ArrayDeque<>()).readAll(found::add);
        return found;
    }

    private static String script(KeptSession session) {
        ShellState state = session.spec().state();
        return state == null ? "none" : new String(state.script(), UTF_8);
    }

    private Path sessions() {
        return folder.resolve("state/sessions");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(sessions())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void keep(String id, String script) {
        store.save(session(id), state(script));
        write();
    }

    // ---- what it gives back

    @Test
    void allOfASessionComesBack() {
        SessionSpec spec = new SessionSpec(
                "id ⏎ '\"\\",
                "a name",
                "/made in",
                ImmutableMap.of("A", Optional.of("1\n<&>é"), "B", Optional.empty()),
                "zsh",
                true,
                new TerminalSize(30, 90),
                Duration.ofSeconds(90),
                false,
                null);
        byte[] script = new byte[256];
        for (int i = 0; i < script.length; i++) {
            script[i] = (byte) i;
        }
        store.save(
                new KeptSession(spec, "/was in", 123, 4),
                Optional.of(() -> Optional.of(new ShellState("zsh", script))));
        write();
        KeptSession back = read().get(0);
        assertThat(back.spec().withoutState()).isEqualTo(spec);
        assertThat(back.spec().state()).extracting(ShellState::shell).isEqualTo("zsh");
        assertThat(back.spec().state()).extracting(ShellState::script).isEqualTo(script);
        assertThat(new KeptSession(spec, back.cwd(), back.createdAtMs(), back.restarts()))
                .isEqualTo(new KeptSession(spec, "/was in", 123, 4));
    }

    @Test
    void aSessionWithoutAStateComesBackWithout() {
        store.save(session("a"), Optional.empty());
        write();
        assertThat(read()).singleElement().isEqualTo(session("a"));
    }

    @Test
    void theOldestComesFirst() {
        for (int i = 3; i > 0; i--) {
            store.save(new KeptSession(SessionSpec.named("s" + (4 - i)), "/", i, 0), Optional.empty());
        }
        write();
        assertThat(read()).extracting(session -> session.spec().sessionId()).containsExactly("s3", "s2", "s1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "a/b", "a.json", "%2F", "é", "A", "a b"})
    void anyIdIsAFileOfItsOwn(String id) throws IOException {
        keep("a", "1");
        keep(id, "2");
        assertThat(files()).hasSize(2).allMatch(name -> name.matches("[A-Za-z0-9%]+\\.json"));
        assertThat(read()).extracting(FileSessionStoreTest::script).containsExactlyInAnyOrder("1", "2");
    }

    @Test
    void aLongIdIsCutAndStaysItsOwn() {
        keep("é".repeat(200), "1");
        keep("é".repeat(199), "2");
        assertThat(read()).extracting(FileSessionStoreTest::script).containsExactlyInAnyOrder("1", "2");
    }

    // ---- how it writes

    @Test
    void nothingIsWrittenByWhoAsks() {
        store.save(session("a"), state("1"));
        assertThat(sessions()).doesNotExist();
        assertThat(tasks).hasSize(1);
    }

    @Test
    void onlyTheNewestOfASessionWaits() {
        List<String> looked = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String script = "x=" + i;
            store.save(session("a"), Optional.of(() -> {
                looked.add(script);
                return Optional.of(new ShellState("bash", script.getBytes(UTF_8)));
            }));
        }
        write();
        assertThat(looked).containsExactly("x=4");
        assertThat(read())
                .singleElement()
                .extracting(FileSessionStoreTest::script)
                .isEqualTo("x=4");
    }

    @Test
    void whatComesWhileOneIsWrittenIsWrittenNext() {
        store.save(session("a"), Optional.of(() -> {
            store.save(session("a"), state("2"));
            assertThat(tasks).isEmpty();
            return Optional.of(new ShellState("bash", "1".getBytes(UTF_8)));
        }));
        write();
        assertThat(read())
                .singleElement()
                .extracting(FileSessionStoreTest::script)
                .isEqualTo("2");
    }

    @Test
    void aStateThatHasBeenOvertakenLeavesTheFileAsItWas() {
        keep("a", "1");
        store.save(session("a"), Optional.of(Optional::empty));
        write();
        assertThat(read())
                .singleElement()
                .extracting(FileSessionStoreTest::script)
                .isEqualTo("1");
    }

    @Test
    void whereThereIsNoFileYetTheFactsAloneAreKept() {
        store.save(session("a"), Optional.of(Optional::empty));
        write();
        assertThat(read())
                .singleElement()
                .extracting(FileSessionStoreTest::script)
                .isEqualTo("none");
    }

    @Test
    void whatIsAsItWasIsNotWrittenAgain() throws IOException {
        keep("a", "1");
        Object file = Files.getAttribute(sessions().resolve("a.json"), "unix:ino");
        keep("a", "1");
        assertThat(Files.getAttribute(sessions().resolve("a.json"), "unix:ino")).isEqualTo(file);
        keep("a", "2");
        assertThat(Files.getAttribute(sessions().resolve("a.json"), "unix:ino")).isNotEqualTo(file);
    }

    @Test
    void onlyItsUserCanReadIt() throws IOException {
        keep("a", "1");
        assertThat(Files.getPosixFilePermissions(sessions().resolve("a.json")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(sessions())).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void whatAKilledWriterHasLeftIsNoHindrance() throws IOException {
        keep("a", "1");
        Files.writeString(sessions().resolve("a.json.new"), "{\"vers");
        assertThat(read())
                .singleElement()
                .extracting(FileSessionStoreTest::script)
                .isEqualTo("1");
        keep("a", "2");
        assertThat(files()).containsExactly("a.json");
    }

    @Test
    void whereItCannotWriteItTriesAgainWithTheNextChange() throws IOException {
        Files.createDirectories(folder.resolve("state"));
        Files.writeString(sessions(), "in the way");
        keep("a", "1");
        Files.delete(sessions());
        keep("a", "1");
        assertThat(read())
                .singleElement()
                .extracting(FileSessionStoreTest::script)
                .isEqualTo("1");
    }

    @Test
    void itComplainsOnceOfTheSameFailure() throws IOException {
        Files.createDirectories(folder.resolve("state"));
        keep("a", "1");
        blockWriting("b");
        try (Warnings warnings = new Warnings("dev.sandshell.store")) {
            keep("b", "1");
            keep("a", "2");
            keep("b", "2");
            blockWriting("c");
            keep("c", "1");
            assertThat(warnings.messages())
                    .as("others are written meanwhile, and that of a third is the same")
                    .hasSize(1);
            unblockWriting("b");
            unblockWriting("c");
            keep("b", "3");
            keep("c", "3");
            blockWriting("b");
            keep("b", "4");
            assertThat(warnings.messages()).as("it was well in between").hasSize(2);
        }
    }

    /** A folder that is not empty takes the place of the file that is written first. */
    private void blockWriting(String id) throws IOException {
        Files.createDirectories(sessions().resolve(id + ".json.new/full"));
    }

    private void unblockWriting(String id) throws IOException {
        Files.delete(sessions().resolve(id + ".json.new/full"));
        Files.delete(sessions().resolve(id + ".json.new"));
    }

    @Test
    void itIsSettledOnceAllIsWritten() {
        assertThat(store.settled()).isDone();
        store.save(session("a"), state("1"));
        CompletableFuture<Void> settled = store.settled();
        assertThat(settled).isNotDone();
        write();
        assertThat(settled).isDone();
        assertThat(store.settled()).isDone();
    }

    // ---- what it forgets

    @Test
    void whatIsForgottenDoesNotComeBack() {
        keep("a", "1");
        keep("b", "2");
        store.forget("a");
        write();
        assertThat(read())
                .singleElement()
                .extracting(FileSessionStoreTest::script)
                .isEqualTo("2");
    }

    @Test
    void whatWasNeverWrittenDoesNotWaitToBeForgotten() {
        store.save(session("a"), state("1"));
        store.forget("a");
        write();
        assertThat(sessions()).doesNotExist();
        store.forget("b");
        assertThat(tasks).isEmpty();
    }

    @Test
    void whatIsForgottenWhileItIsWrittenIsForgotten() throws IOException {
        store.save(session("a"), Optional.of(() -> {
            store.forget("a");
            return Optional.of(new ShellState("bash", new byte[0]));
        }));
        write();
        assertThat(files()).isEmpty();
    }

    @Test
    void whatIsMadeAgainAtOnceIsKept() {
        keep("a", "1");
        store.forget("a");
        store.save(session("a"), state("2"));
        write();
        assertThat(read())
                .singleElement()
                .extracting(FileSessionStoreTest::script)
                .isEqualTo("2");
    }

    // ---- what it finds

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "null",
                "[]",
                "{\"version\":1,",
                "{\"version\":1,\"checksum\":null}",
                "{\"version\":1,\"env\":[]}"
            })
    void damageIsPutAside(String text) throws IOException {
        keep("a", "1");
        Files.writeString(sessions().resolve("b.json"), text);
        Files.setPosixFilePermissions(sessions().resolve("b.json"), PosixFilePermissions.fromString("rw-------"));
        assertThat(read())
                .singleElement()
                .extracting(FileSessionStoreTest::script)
                .isEqualTo("1");
        assertThat(files()).containsExactly("a.json", "b.json.damaged");
    }

    @Test
    void ofWhatIsDamagedAFewOfTheNewestStay() throws IOException {
        keep("a", "1");
        for (int i = 0; i < 12; i++) {
            Path aside = Files.writeString(sessions().resolve(String.format("old%02d.json.damaged", i)), "{");
            Files.setLastModifiedTime(aside, FileTime.fromMillis(1_000L * i));
        }
        Path damaged = Files.writeString(sessions().resolve("b.json"), "{");
        Files.setPosixFilePermissions(damaged, PosixFilePermissions.fromString("rw-------"));
        Files.setLastModifiedTime(damaged, FileTime.fromMillis(0));
        assertThat(read()).hasSize(1);
        assertThat(files())
                .containsExactly(
                        "a.json",
                        "b.json.damaged",
                        "old05.json.damaged",
                        "old06.json.damaged",
                        "old07.json.damaged",
                        "old08.json.damaged",
                        "old09.json.damaged",
                        "old10.json.damaged",
                        "old11.json.damaged");
    }

    @Test
    void noChangedByteMakesItAnotherSession() throws IOException {
        keep("a", "x=1; echo $x");
        Path file = sessions().resolve("a.json");
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 1;
            Files.write(file, damaged);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            // The name of a field that says nothing may change.
            assertThat(read())
                    .as("with byte %s changed", i)
                    .allMatch(session -> session.spec().withoutState().equals(SessionSpec.named("a"))
                            && script(session).equals("x=1; echo $x"));
        }
    }

    @Test
    void aNewerVersionIsLeftForItsServer() throws IOException {
        keep("a", "1");
        Path file = sessions().resolve("a.json");
        Files.writeString(file, Files.readString(file).replace("{\"version\":1,", "{\"version\":2,\"more\":[1],"));
        assertThat(read()).isEmpty();
        assertThat(files()).containsExactly("a.json");
    }

    @Test
    void aFileOfAnotherNameALinkAndAFolderAreLeftOut() throws IOException {
        keep("a", "1");
        Path file = sessions().resolve("a.json");
        Files.copy(file, sessions().resolve("b.json"));
        Files.createSymbolicLink(sessions().resolve("c.json"), file);
        Files.createDirectory(sessions().resolve("d.json"));
        assertThat(read())
                .singleElement()
                .extracting(FileSessionStoreTest::script)
                .isEqualTo("1");
        assertThat(files()).containsExactly("a.json", "b.json", "c.json", "d.json");
    }

    @Test
    void whatOthersCanWriteIsLeftOut() throws IOException {
        keep("a", "1");
        Files.setPosixFilePermissions(sessions().resolve("a.json"), PosixFilePermissions.fromString("rw--w----"));
        assertThat(read()).isEmpty();
    }

    @Test
    void aFolderThatOthersCanWriteIsNotRead() throws IOException {
        keep("a", "1");
        Files.setPosixFilePermissions(sessions(), PosixFilePermissions.fromString("rwx-w----"));
        assertThat(read()).isEmpty();
    }

    @Test
    void whatIsTooLargeIsLeftOut() throws IOException {
        keep("a", "1");
        try (var file = new RandomAccessFile(sessions().resolve("b.json").toFile(), "rw")) {
            file.setLength(100L << 20);
        }
        assertThat(read())
                .singleElement()
                .extracting(FileSessionStoreTest::script)
                .isEqualTo("1");
    }
}
