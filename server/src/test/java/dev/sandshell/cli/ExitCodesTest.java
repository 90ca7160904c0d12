package dev.sandshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.protocol.ExecResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExitCodesTest {
    private static int of(@Nullable Integer exitCode, @Nullable String signal, boolean timedOut) {
        return ExitCodes.of(new ExecResult(
                "s", "e", exitCode, signal, timedOut, false, false, null, null, null, null, 0, 0, false, false, 0, 0,
                "/"));
    }

    @Test
    void aCommandsOwnCodeIsKept() {
        assertThat(of(0, null, false)).isZero();
        assertThat(of(77, null, false)).isEqualTo(77);
    }

    @Test
    void aSignalCountsFrom128() {
        assertThat(of(null, "SIGKILL", false)).isEqualTo(137);
        assertThat(of(null, "SIGINT", false)).isEqualTo(130);
        assertThat(of(null, "SIG34", false)).isEqualTo(162);
    }

    @Test
    void aTimeOutIs124HoweverItEnded() {
        assertThat(of(null, "SIGKILL", true)).isEqualTo(124);
        assertThat(of(0, null, true)).isEqualTo(124);
    }

    @Test
    void whatNobodyKnowsIsOurFailure() {
        assertThat(of(null, null, false)).isEqualTo(125);
    }
}
