package dev.sandshell.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.posix.Signal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names that a client may use are those of the signals that can be sent. */
final class SignalNamesTest {
    @Test
    void theNamesAreThoseThatTheSystemSideKnows() {
        assertThat(SignalNames.ALL)
                .containsExactlyElementsOf(
                        Arrays.stream(Signal.values()).map(Signal::name).toList());
    }

    @ParameterizedTest
    @CsvSource({"SIGTERM,SIGTERM", "term,SIGTERM", "Int,SIGINT", "sigkill,SIGKILL", "winch,SIGWINCH"})
    void prefixAndCaseDoNotMatter(String given, String full) {
        assertThat(SignalNames.fullName(given)).contains(full);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SIG", "9", "SIGSIGTERM", "TERM ", "SIGNONE"})
    void anythingElseIsNoName(String given) {
        assertThat(SignalNames.fullName(given)).isEmpty();
    }
}
