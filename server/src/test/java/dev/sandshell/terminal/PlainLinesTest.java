package dev.sandshell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import dev.sandshell.Installed;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PlainLinesTest {
    record Example(String what, String text, String plain) {}

    /** What editors make of the same; but for an escape that is alone, which is no text in a document. */
    static Stream<Example> examples() throws IOException {
        String json = Files.readString(Installed.fixtures().resolve("sessions/plain-text.json"));
        List<Example> all = new Gson().fromJson(json, new TypeToken<List<Example>>() {}.getType());
        return all.stream().filter(example -> !example.plain().contains("\033"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void areWhatATerminalShows(Example example) {
        PlainLines lines = new PlainLines();
        assertThat(lines.add(example.text()) + lines.rest()).isEqualTo(example.plain());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void areTheSameWhereverAPieceEnds(Example example) {
        PlainLines lines = new PlainLines();
        StringBuilder shown = new StringBuilder();
        example.text().codePoints().forEach(c -> shown.append(lines.add(Character.toString(c))));
        assertThat(shown + lines.rest()).isEqualTo(example.plain());
    }

    @Test
    void whatIsRubbedOutIsNotThere() {
        PlainLines lines = new PlainLines();
        lines.add("downloading 10%\r\033[Kdone");
        assertThat(lines.rest()).isEqualTo("done");
        lines.add("\rab\033[K");
        assertThat(lines.rest()).isEqualTo("ab");
        assertThat(lines.add("\033[2K\rc\n")).isEqualTo("c \n");
    }

    @Test
    void aLineWithoutAnEndIsCut() {
        PlainLines lines = new PlainLines();
        String shown = lines.add("x".repeat(40_000)) + lines.end();
        assertThat(shown.replace("\n", "")).hasSize(40_000);
        assertThat(shown.lines()).hasSize(3);
        assertThat(lines.end()).isEmpty();
    }
}
