package dev.sandshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    @Test
    void theTitleIsTheFirstLineAndFitsATerminal() {
        assertThat(ProgressLine.titleOf("\n  make all\nmake test")).isEqualTo("make all");
        assertThat(ProgressLine.titleOf("a\tb\033[2J")).isEqualTo("a b [2J");
        assertThat(ProgressLine.titleOf("é".repeat(61))).isEqualTo("é".repeat(59) + "…");
        assertThat(ProgressLine.titleOf("")).isEmpty();
    }

    @Test
    void nothingIsDrawnWhereThereIsNoTerminal() throws IOException {
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ProgressLine line = new ProgressLine(terminal, false);

        line.begin("true");
        line.write(out, "text".getBytes(StandardCharsets.UTF_8));
        line.end();

        assertThat(terminal.size()).isZero();
        assertThat(out).hasToString("text");
    }
}
