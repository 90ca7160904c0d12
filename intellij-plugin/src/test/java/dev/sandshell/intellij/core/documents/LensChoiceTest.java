package dev.sandshell.intellij.core.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LensChoiceTest {
    private static final List<Lens> SCRIPT =
            List.of(new Lens(0, "", "all"), new Lens(2, "", "one"), new Lens(5, "", "two"));

    private static final List<Lens> FENCES = List.of(new Lens(2, "", "a\nb"), new Lens(8, "", "c"));

    private static String at(List<Lens> lenses, String language, int line) {
        return LensChoice.at(lenses, language, line).map(Lens::command).orElse("nothing");
    }

    @ParameterizedTest
    @CsvSource({"0, one", "2, one", "4, one", "5, two", "99, two"})
    void inAScriptItIsTheCell(int line, String command) {
        assertThat(at(SCRIPT, "shellscript", line)).isEqualTo(command);
    }

    @ParameterizedTest
    @CsvSource({"0", "7"})
    void withoutCellsItIsAllOfIt(int line) {
        assertThat(at(List.of(new Lens(0, "", "all")), "shellscript", line)).isEqualTo("all");
        assertThat(at(List.of(), "shellscript", line)).isEqualTo("nothing");
    }

    @ParameterizedTest
    @CsvSource({"1, nothing", "2, 'a\nb'", "4, 'a\nb'", "5, 'a\nb'", "6, nothing", "8, c", "10, c", "11, nothing"})
    void inMarkdownItIsTheFence(int line, String command) {
        assertThat(at(FENCES, "markdown", line)).isEqualTo(command);
    }
}
