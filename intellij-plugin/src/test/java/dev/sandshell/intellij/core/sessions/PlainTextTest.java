package dev.sandshell.intellij.core.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.intellij.core.Examples;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PlainTextTest {
    record Example(String what, String text, String plain) {}

    static List<Example> examples() throws IOException {
        return Examples.of(Examples.in("sessions/plain-text.json"), Example.class);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void leavesOut(Example example) {
        assertThat(PlainText.withoutEscapes(example.text())).isEqualTo(example.plain());
    }

    @Test
    void readsALongTitleAndManyParameters() {
        String title = "\033]0;" + "t".repeat(100_000) + "\007";
        String colours = "\033[" + "1;".repeat(100_000) + "m";
        assertThat(PlainText.stripEscapes(title + "a" + colours)).isEqualTo("a");
    }
}
