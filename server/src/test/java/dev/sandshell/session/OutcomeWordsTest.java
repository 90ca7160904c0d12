package dev.sandshell.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a command came to, as people say it. */
final class OutcomeWordsTest {
    private static String of(ExecStatus status) {
        ExecResult.Collected nothing = new ExecResult.Collected(new byte[0], 0, 0);
        return OutcomeWords.of(new ExecResult("s", "e", status, nothing, nothing, OutputEncoding.UTF_8, 0, 1_240, "/"));
    }

    @Test
    void theFirstThatSaysSomethingIsSaid() {
        assertThat(of(new ExecStatus(143, null, true, false, false))).isEqualTo("timed out in 1.2 s");
        assertThat(of(new ExecStatus(3, null, false, false, false))).isEqualTo("exit 3 in 1.2 s");
        assertThat(of(new ExecStatus(null, "SIGKILL", false, true, false))).isEqualTo("killed by SIGKILL in 1.2 s");
        assertThat(of(new ExecStatus(null, null, false, false, false))).isEqualTo("no exit code in 1.2 s");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "999, 999 ms",
        "1000, 1.0 s",
        "59949, 59.9 s",
        "59950, 1 min 0 s",
        "185400, 3 min 5 s",
        "3599499, 59 min 59 s",
        "3599500, 1 h 0 min",
        "7380000, 2 h 3 min",
    })
    void durations(long ms, String words) {
        assertThat(OutcomeWords.duration(ms)).isEqualTo(words);
    }
}
