package dev.sandshell.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationConverterTest {
    private final DurationConverter converter = new DurationConverter();

    @ParameterizedTest
    @CsvSource({"500ms,500", "10s,10000", "2m,120000", "1h,3600000", "1.5s,1500", "0.5m,30000", "8760h,31536000000"})
    void unitsAreRead(String text, long millis) {
        assertThat(converter.convert(text)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "s", "ten s", "10 s", "-1s", "1d", "1.2.3s", "1e3s", "10S"})
    void whatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> converter.convert(text))
                .hasMessage("must be a number with ms, s, m or h behind it, such as 10s, got \"" + text + "\"");
    }

    @Test
    void boundsAreNamed() {
        assertThatThrownBy(() -> converter.convert("0s")).hasMessageContaining("between 1ms and 8760h");
        assertThatThrownBy(() -> converter.convert("9000h")).hasMessageContaining("between 1ms and 8760h");
    }
}
