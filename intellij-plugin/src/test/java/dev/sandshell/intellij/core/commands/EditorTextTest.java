package dev.sandshell.intellij.core.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EditorTextTest {
    @Test
    void theLineIsRunWhereNothingIsSelected() {
        assertThat(EditorText.selectionOrLine(List.of(), "ls")).isEqualTo("ls");
        assertThat(EditorText.selectionOrLine(List.of("", ""), "ls")).isEqualTo("ls");
        assertThat(EditorText.selectionOrLine(List.of("cd src", "", "ls -l"), "make"))
                .isEqualTo("cd src\nls -l");
    }

    @ParameterizedTest
    @CsvSource({
        "build.sh, true",
        "notes.txt, true",
        "README.md, true",
        ".bashrc, true",
        ".zshenv, true",
        "Main.java, false",
        "sh, false",
        "profile.json, false"
    })
    void filesHaveCommandsByTheirNames(String name, boolean hasCommands) {
        assertThat(EditorText.hasCommands(name)).isEqualTo(hasCommands);
    }
}
