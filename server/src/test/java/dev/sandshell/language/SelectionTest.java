package dev.sandshell.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SelectionTest {
    private static Optional<Selection> select(
            String language, String text, int line, int character, int endLine, int endCharacter) {
        return Selection.of(
                language, text, new Place(line, character), new Place(endLine, endCharacter), PositionEncoding.UTF_16);
    }

    @Test
    void isWhatIsBetween() {
        assertThat(select("sh", "echo a; echo b\necho c\n", 0, 8, 0, 14)).contains(new Selection(0, 0, "echo b"));
        assertThat(select("sh", "a\r\nb\r\nc", 0, 0, 1, 1)).contains(new Selection(0, 1, "a\nb"));
    }

    @Test
    void endsWithTheLineBeforeTheOneThatItOnlyTouches() {
        assertThat(select("sh", "a\nb\nc\n", 0, 0, 2, 0)).contains(new Selection(0, 1, "a\nb\n"));
        assertThat(select("sh", "a\nb", 0, 0, 9, 0)).contains(new Selection(0, 1, "a\nb"));
    }

    @Test
    void ofAPlaceAloneIsTheCommandThatBeginsThere() {
        assertThat(select("sh", "echo a\necho b\n", 1, 3, 1, 3)).contains(new Selection(1, 1, "echo b"));
        String loop = "for i in 1 2\ndo\n  echo $i\ndone\nls";
        assertThat(select("sh", loop, 0, 0, 0, 0)).contains(new Selection(0, 3, "for i in 1 2\ndo\n  echo $i\ndone"));
        assertThat(select("sh", "echo 'open\nls", 0, 0, 0, 0)).contains(new Selection(0, 0, "echo 'open"));
    }

    @Test
    void ofOneCharacterIsACursorThatCoversIt() {
        Selection line = new Selection(0, 0, "echo 🙂");
        assertThat(select("sh", "echo 🙂\r\nls", 0, 0, 0, 1)).contains(line);
        assertThat(select("sh", "echo 🙂\r\nls", 0, 5, 0, 7)).contains(line);
        assertThat(select("sh", "echo 🙂\r\nls", 0, 7, 1, 0)).contains(line);
        assertThat(select("sh", "echo 🙂\nls", 0, 7, 1, 0)).contains(line);
        assertThat(select("sh", "echo 🙂\nls", 1, 0, 1, 2)).contains(new Selection(1, 1, "ls"));
    }

    @Test
    void whereThereIsNothingThereIsNone() {
        assertThat(select("sh", "a\n\n", 1, 0, 1, 0)).isEmpty();
        assertThat(select("sh", "", 0, 0, 0, 0)).isEmpty();
        assertThat(select("sh", "ab", 0, 1, 0, 0)).isEmpty();
        assertThat(select("sh", "#!/bin/sh\n  # says nothing\nls", 0, 0, 0, 0)).isEmpty();
        assertThat(select("sh", "#!/bin/sh\n  # says nothing\nls", 0, 0, 2, 0)).isEmpty();
        assertThat(select("markdown", "```sh\nls\n```", 0, 0, 0, 0)).isEmpty();
    }

    @Test
    void inMarkdownIsWhatIsTyped() {
        String text = "```console\n$ cat <<END\n> a\n> END\na\n$ ls\n```";
        assertThat(select("markdown", text, 1, 0, 1, 0)).contains(new Selection(1, 3, "cat <<END\na\nEND"));
        assertThat(select("markdown", text, 1, 0, 6, 0)).contains(new Selection(1, 5, "cat <<END\na\nEND\nls"));
        assertThat(select("markdown", "```sh\nfor i\n```", 1, 0, 1, 0)).contains(new Selection(1, 1, "for i"));
        assertThat(select("sh", "$ ls", 0, 0, 0, 0)).contains(new Selection(0, 0, "$ ls"));
    }
}
