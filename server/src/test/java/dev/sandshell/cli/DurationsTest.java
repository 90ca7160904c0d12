package dev.sandshell.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({"500ms,500", "10s,10000", "2m,120000", "1h,3600000", "1.5s,1500", "0.5m,30000", "8760h,31536000000"})
    void unitsAreRead(String text, long millis) throws UsageException {
        assertThat(Durations.parse("--timeout", text)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "s", "ten s", "10 s", "-1s", "1d", "1.2.3s", "1e3s", "10S"})
    void whatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> Durations.parse("--timeout", text))
                .hasMessage(
                        "--timeout must be a number with ms, s, m or h behind it, such as 10s, got \"" + text + "\"");
    }

    @Test
    void boundsAreNamed() {
        assertThatThrownBy(() -> Durations.parse("--timeout", "0s")).hasMessageContaining("between 1ms and 8760h");
        assertThatThrownBy(() -> Durations.parse("--timeout", "9000h")).hasMessageContaining("between 1ms and 8760h");
    }
}
