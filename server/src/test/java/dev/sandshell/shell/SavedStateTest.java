package dev.sandshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.posix.PosixException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The newest whole state is always known, and our line stays first in the user's EXIT trap. */
final class SavedStateTest {
    @TempDir
    Path parent;

    private SessionFolder folder;
    private SavedState state;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = SessionFolder.make(parent, 7);
        BashDialect dialect = new BashDialect();
        state = new SavedState(folder, new ControlLines(dialect, folder, new StatusFiles(parent)), dialect);
    }

    private String hook() {
        return "\\builtin . " + folder.path() + "/exit-hook \"$?\"";
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
    void aTrapOfTheUsersGoesBehindTheHook() throws PosixException {
        assertThat(rearming("set +o errexit\ntrap -- 'echo '\\''bye'\\''' EXIT\n"))
                .contains("trap -- '" + hook() + "\necho '\\''bye'\\''' EXIT\n");
    }

    @Test
    void aTrapOfSeveralLinesIsKeptWhole() throws PosixException {
        assertThat(rearming("set +o errexit\ntrap -- 'echo one\necho two' EXIT\ntrap -- 'echo int' SIGINT\n"))
                .contains("trap -- '" + hook() + "\necho one\necho two' EXIT\n");
    }

    @Test
    void theTrapsOfOtherSignalsAreNotMistakenForIt() throws PosixException {
        assertThat(rearming("set +o errexit\ntrap -- 'echo int' SIGINT\ntrap -- 'echo term' SIGTERM\n"))
                .contains("trap -- '" + hook() + "' EXIT\n");
    }

    @Test
    void aTrapThatHoldsAnotherTrapIsKeptWhole() throws PosixException {
        String own = "echo bye\ntrap -- '\\''echo int'\\'' INT";
        assertThat(rearming("set +o errexit\ntrap -- '" + own + "' EXIT\n"))
                .contains("trap -- '" + hook() + "\n" + own + "' EXIT\n");
    }

    @Test
    void theQuotesOfDashAreUnderstood() throws PosixException {
        String own = "echo '\"'\"'bye'\"'\"' '\"''\"'\ntrap -- '\"'\"'x'\"'\"' INT";
        assertThat(rearming("set +o errexit\ntrap -- '" + own + "' EXIT\n"))
                .contains("trap -- '" + hook() + "\n" + own + "' EXIT\n");
    }

    @Test
    void theScriptsThatTheShellNeedsAreWritten() {
        assertThat(Files.exists(folder.path().resolve("snapshot"))).isTrue();
        assertThat(Files.exists(folder.path().resolve("exit-hook"))).isTrue();
    }
}
