package dev.sandshell.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which script a place is in, with all around it blank. */
final class ScriptPartTest {
    private static final String TEXT = String.join(
            "\r\n",
            "# 🙂",
            "```sh",
            "a 🙂",
            "```",
            "> - one",
            ">   ```console",
            ">   $ cat <<END",
            ">   > b",
            ">   END",
            ">   b",
            ">   # $ c",
            ">   ```",
            "~~~zsh",
            "d");

    private static List<String> linesAt(int line) {
        String text = ScriptPart.at("markdown", TEXT, line).orElseThrow().text();
        assertThat(text).hasSameSizeAs(TEXT);
        List<String> lines = TextLines.of(text);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(lines.get(i)).hasSameSizeAs(TextLines.of(TEXT).get(i));
        }
        return lines.stream().map(String::strip).filter(rest -> !rest.isEmpty()).toList();
    }

    @Test
    void ofAMarkdownTextIsTheFenceAroundTheLine() {
        assertThat(linesAt(2)).containsExactly("a 🙂");
        assertThat(linesAt(13)).containsExactly("d");
        assertThat(ScriptPart.at("markdown", TEXT, 13)).map(ScriptPart::kind).contains(ScriptKind.ZSH);
        for (int line : new int[] {0, 1, 3, 4, 5, 11, 12, 14}) {
            assertThat(ScriptPart.at("markdown", TEXT, line)).as("line " + line).isEmpty();
        }
    }

    @Test
    void ofADialogueIsWhatIsTyped() {
        assertThat(linesAt(6)).containsExactly("cat <<END", "b", "END");
        assertThat(linesAt(8)).containsExactly("cat <<END", "b", "END");
        assertThat(ScriptPart.at("markdown", TEXT, 9)).isEmpty();
    }

    @Test
    void ofAScriptIsAllOfIt() {
        assertThat(ScriptPart.at("bash", TEXT, 0)).contains(new ScriptPart(ScriptKind.BASH, TEXT));
        assertThat(ScriptPart.at("zsh", TEXT, 0)).contains(new ScriptPart(ScriptKind.ZSH, TEXT));
        assertThat(ScriptPart.at("python", TEXT, 2)).isEmpty();
        assertThat(ScriptPart.isIn("python")).isFalse();
        assertThat(ScriptPart.isIn("markdown")).isTrue();
    }
}
