package dev.sandshell.intellij.core.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.intellij.core.sessions.KeptOutput;
import dev.sandshell.protocol.OutputChunk;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OutputTextTest {
    @Test
    void isWhatWasRunAndPrintedAndHowFarItIs() {
        List<OutputChunk> chunks = List.of(
                new OutputChunk(1, "stdout", 0, "\033[31mred\033[0m ", null),
                // The first byte of é, and then the other one.
                new OutputChunk(2, "stdout", 10, null, "ww=="),
                new OutputChunk(3, "stdout", 11, null, "qQ=="));
        assertThat(OutputText.of(new KeptOutput("echo", chunks, false, null))).isEqualTo("$ echo\nred é\n[running]\n");
        assertThat(OutputText.of(new KeptOutput("echo", List.of(), true, null)))
                .isEqualTo("$ echo\n[the beginning is no longer kept]\n[running]\n");
    }
}
