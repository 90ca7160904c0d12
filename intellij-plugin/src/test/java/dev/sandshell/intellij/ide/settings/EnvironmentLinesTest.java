package dev.sandshell.intellij.ide.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class EnvironmentLinesTest {
    @Test
    void takesWhatIsBehindTheFirstEqualsSign() {
        assertThat(EnvironmentLines.parse("A=1\nB=x=y z\nC=\n"))
                .containsEntry("A", "1")
                .containsEntry("B", "x=y z")
                .containsEntry("C", "")
                .hasSize(3);
    }

    @Test
    void leavesOutWhatHasNoValue() {
        assertThat(EnvironmentLines.parse("PAGER")).containsEntry("PAGER", null);
    }

    @Test
    void passesOverEmptyLinesAndSpaces() {
        assertThat(EnvironmentLines.parse("\n  A=1  \r\n\n"))
                .containsEntry("A", "1")
                .hasSize(1);
    }

    @Test
    void saysWhichNameIsNone() {
        assertThat(EnvironmentLines.errorIn("A=1\n2B=3"))
                .hasValueSatisfying(error -> assertThat(error).contains("“2B”"));
        assertThat(EnvironmentLines.errorIn("=x")).isPresent();
        assertThat(EnvironmentLines.errorIn("A=1\n\nB\n")).isEmpty();
    }
}
