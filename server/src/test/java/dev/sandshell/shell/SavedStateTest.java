package dev.sandshell.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sandshell.posix.PosixException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The newest whole state is always known, and our line stays first in the user's EXIT trap. */
@Timeout(60)
final class SavedStateTest {
    @TempDir
    Path parent;

    private SessionFolder folder;
    private SavedState state;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = SessionFolder.make(parent, 7);
        BashDialect dialect = new BashDialect();
        state = new SavedState(
                folder,
                new ControlLines(dialect, folder, new StatusFiles(RuntimeFolder.of(Map.of()))),
                dialect,
                "",
                UnaryOperator.identity());
    }

    private String hook() {
        return "\\builtin . '\\''" + folder.path() + "/exit-hook'\\'' \"$?\"";
    }

    private Optional<String> rearming(String snapshot) throws PosixException {
        folder.write(state.nextFile(), snapshot);
        state.taken();
        return state.rearming().map(folder::read);
    }

    // ---- which state is the newest

    @Test
    void nothingIsKnownAtFirst() {
        assertThat(state.newest()).isEmpty();
    }

    @Test
    void theFileThatIsWrittenIsNeverTheOneThatIsWhole() {
        for (int i = 0; i < 5; i++) {
            String next = state.nextFile();
            assertThat(state.newest()).isNotEqualTo(Optional.of(next));
            state.taken();
            assertThat(state.newest()).contains(next);
        }
    }

    @Test
    void theStateAtTheExitIsNewerThanAnySnapshot() {
        state.taken();
        state.exiting();
        assertThat(state.newest()).contains("state-exit");
        state.taken();
        assertThat(state.newest()).contains("state-2");
    }

    @Test
    void aShellWithoutAPastHasNone() {
        state.taken();
        state.exiting();
        state.clear();
        assertThat(state.newest()).isEmpty();
    }

    // ---- the hook

    @Test
    void aHookThatIsThereIsLeftAlone() throws PosixException {
        assertThat(rearming("set +o errexit\ntrap -- '" + hook() + "' EXIT\n")).isEmpty();
    }

    @Test
    void aHookBeforeATrapOfTheUsersIsLeftAlone() throws PosixException {
        assertThat(rearming("set +o errexit\ntrap -- '" + hook() + "\necho bye' EXIT\n"))
                .isEmpty();
    }

    @Test
    void aHookThatWasRemovedIsSetAgain() throws PosixException {
        assertThat(rearming("set +o errexit\n")).contains("trap -- '" + hook() + "' EXIT\n");
    }

    @Test
    void theTrapsOfOtherSignalsAreNotMistakenForIt() throws PosixException {
        assertThat(rearming("set +o errexit\ntrap -- 'echo int' SIGINT\ntrap -- 'echo term' SIGTERM\n"))
                .contains("trap -- '" + hook() + "' EXIT\n");
    }

    @Test
    void whatLooksLikeATrapInAFunctionIsNone() throws PosixException {
        assertThat(rearming("f () \n{ \n    cat <<E\ntrap -- 'unclosed EXIT\nE\n\n}\ntrap -- 'echo bye' EXIT\n"))
                .contains("trap -- '" + hook() + "''\n''echo bye' EXIT\n");
    }

    static Stream<Arguments> traps() {
        return Stream.of("/bin/bash", "/bin/dash", "/bin/zsh", "/bin/busybox sh")
                .flatMap(shell -> Stream.of(
                                "cleanup",
                                "echo bye",
                                "echo 'bye'",
                                "'echo' bye",
                                "echo \"bye\"",
                                "echo one\necho two",
                                "echo ''''",
                                "echo \\\\ ' EXIT\n'",
                                "echo bye\ntrap -- 'echo int' INT",
                                "echo bye\ntrap -- 'echo exit' EXIT\n:")
                        .map(text -> Arguments.of(shell, text)));
    }

    /** The shell itself prints the trap, reads our script, and prints the trap again. */
    @ParameterizedTest
    @MethodSource("traps")
    void aTrapOfTheUsersStaysWholeBehindTheHook(String shell, String text) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of(shell.split(" ", 2)[0])), shell + " is not here");
        String other = "trap -- " + Quoting.quote("echo 'int'") + " INT\n";
        String before = run(shell, other + "trap -- " + Quoting.quote(text) + " EXIT\ntrap\n");
        String arming = rearming("umask 022\n" + before).orElseThrow();
        String plainHook = "\\builtin . '" + folder.path() + "/exit-hook' \"$?\"";
        String after = run(shell, other + arming + "trap\n");
        assertThat(after)
                .isEqualTo(run(shell, other + "trap -- " + Quoting.quote(plainHook + "\n" + text) + " EXIT\ntrap\n"));
        assertThat(rearming("umask 022\n" + after)).isEmpty();
        String disarming = state.disarming().map(folder::read).orElseThrow();
        assertThat(run(shell, other + arming + disarming + "trap\n")).isEqualTo(before);
    }

    @Test
    void aHookThatStandsAloneIsTakenAway() throws PosixException {
        assertThat(rearming("set +o errexit\ntrap -- '" + hook() + "' EXIT\n")).isEmpty();
        assertThat(state.disarming().map(folder::read)).contains("trap - EXIT\n");
    }

    @Test
    void aTrapThatTheUserHasPutAroundTheHookIsLeftAlone() throws PosixException {
        assertThat(rearming("set +o errexit\ntrap -- 'echo before\n" + hook() + "' EXIT\n"))
                .isEmpty();
        assertThat(state.disarming()).isEmpty();
    }

    @Test
    void withoutAStateNothingIsTakenAway() throws PosixException {
        assertThat(state.disarming()).isEmpty();
    }

    @Test
    void whatLeavesTheSessionHasTheUsersTrapAloneAndWhatEntersItHasTheHookAgain() throws PosixException {
        String users = "set +o errexit\ntrap -- 'echo bye' EXIT\ntrap -- 'echo int' SIGINT\n";
        rearming("set +o errexit\ntrap -- '" + hook() + "\necho bye' EXIT\ntrap -- 'echo int' SIGINT\n");
        assertThat(new String(state.portable(), StandardCharsets.ISO_8859_1)).isEqualTo(users);
        state.clear();
        state.seed(users.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(state.newest().map(folder::read).orElseThrow()).contains(hook() + "''\n''echo bye' EXIT\n");
        assertThat(state.rearming()).isEmpty();
        assertThat(new String(state.portable(), StandardCharsets.ISO_8859_1)).isEqualTo(users);
    }

    @Test
    void aHookThatTheUserHasKeptSomewhereDoesNothingElsewhere() throws PosixException {
        rearming("kept='" + hook() + "'\ntrap -- 'echo before\n" + hook() + "' EXIT\n");
        assertThat(new String(state.portable(), StandardCharsets.ISO_8859_1))
                .contains("echo before", "/dev/null")
                .doesNotContain(folder.path().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trap",
                "trap -p",
                "trap -p EXIT; x",
                "old=$(trap -p EXIT)",
                "trap | cat",
                "trap 2>&1",
                "f; trap\n"
            })
    void aListingIsSeen(String command) {
        assertThat(state.showsTraps(command)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"trap 'x' EXIT", "trap - EXIT", "traps", "trap; exit 3", "set -e; trap -p", "echo trapped"})
    void whatListsNothingOrMayEndTheShellKeepsTheHook(String command) {
        assertThat(state.showsTraps(command)).isFalse();
    }

    private String run(String shell, String script) throws IOException, InterruptedException {
        Path file = parent.resolve("script");
        Path output = parent.resolve("output");
        Files.writeString(file, script + "trap - EXIT\n");
        List<String> command = new ArrayList<>(List.of(shell.split(" ")));
        command.add(file.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor()).isZero();
        return Files.readString(output);
    }

    @Test
    void theScriptsThatTheShellNeedsAreWritten() {
        assertThat(Files.exists(folder.path().resolve("snapshot"))).isTrue();
        assertThat(Files.exists(folder.path().resolve("exit-hook"))).isTrue();
    }
}
