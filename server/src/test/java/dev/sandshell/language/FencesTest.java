package dev.sandshell.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FencesTest {
    private static List<Fence> fencesOf(String text) {
        return Fences.of(Arrays.asList(text.split("\n", -1)));
    }

    /** Each as its line and its commands, with | between lines and ! where there are none. */
    private static List<String> shellOf(String text) {
        return fencesOf(text).stream()
                .map(fence ->
                        fence.line() + ": " + fence.shellText().orElse("!").replace("\n", "|"))
                .toList();
    }

    private static String dialogueOf(String... lines) {
        return new Fence(0, "console", ImmutableList.copyOf(lines)).shellText().orElse("!");
    }

    @Test
    void aFenceIsWhatIsBetweenItsMarks() {
        assertThat(fencesOf("# Title\n\n```bash\nmake\nmake test\n```\ntext"))
                .containsExactly(new Fence(2, "bash", ImmutableList.of("make", "make test")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sh", "bash", "zsh", "shell", "Bash", "bash title=\"x\"", "bash{1,3}", "{.bash}", "sh,ignore"})
    void isTheShells(String info) {
        assertThat(shellOf("```" + info + "\necho hi\n```")).containsExactly("0: echo hi");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "python", "text", "bashful"})
    void isNotTheShells(String info) {
        assertThat(shellOf("```" + info + "\necho hi\n```")).containsExactly("0: !");
    }

    @Test
    void hasTildesOrMarksLongerThanWhatIsInIt() {
        assertThat(shellOf("~~~ sh\n```\n~~~")).containsExactly("0: ```");
        assertThat(shellOf("````sh\n```\necho\n````")).containsExactly("0: ```|echo");
        assertThat(shellOf("```sh\n~~~\n```")).containsExactly("0: ~~~");
        assertThat(shellOf("```sh\necho\n`````\n```sh\nls\n```")).containsExactly("0: echo", "3: ls");
    }

    @Test
    void endsWithTheTextWhereItIsNotClosed() {
        assertThat(shellOf("```sh\necho\n``` no end\nls")).containsExactly("0: echo|``` no end|ls");
    }

    @Test
    void isNoCodeInALine() {
        assertThat(shellOf("```echo``` and so on\nls")).isEmpty();
    }

    @Test
    void takesItsIndentationFromWhatIsInIt() {
        assertThat(shellOf("  ```sh\n  if a; then\n    b\n c\n  ```")).containsExactly("0: if a; then|  b|c");
    }

    @Test
    void mayBeInLists() {
        assertThat(shellOf("- one\n\n  ```sh\n  ls\n  ```\n10. ten\n\n    ```sh\n    pwd\n    ```"))
                .containsExactly("2: ls", "7: pwd");
        assertThat(shellOf("- ```sh\n  ls\n  ```\n- text")).containsExactly("0: ls");
        assertThat(shellOf("- ```sh\n  ls\ntext")).containsExactly("0: ls");
    }

    @Test
    void isNoneWhereItIsIndentedByFourOutsideOfAList() {
        assertThat(shellOf("text\n\n    ```sh\n    ls\n    ```")).isEmpty();
    }

    @Test
    void mayBeInQuotations() {
        assertThat(shellOf("> [!TIP]\n> ```sh\n> ls\n>\n> pwd > file\n> ```\nafter"))
                .containsExactly("1: ls||pwd > file");
        assertThat(shellOf("> ```sh\n> ls\nafter")).containsExactly("0: ls");
    }

    @Test
    void nothingToRunIsNothing() {
        assertThat(shellOf("```sh\n\n```")).containsExactly("0: !");
        assertThat(shellOf("```console\nonly output\n```")).containsExactly("0: !");
    }

    @ParameterizedTest
    @ValueSource(strings = {"console", "shell-session", "shellsession"})
    void ofADialogueWhatIsBehindThePrompts(String language) {
        assertThat(shellOf("```" + language + "\n$ cd /tmp\n$ ls\na  b\n```")).containsExactly("0: cd /tmp|ls");
    }

    @Test
    void rootsPromptOrACommentWhereThereIsAnotherPrompt() {
        assertThat(dialogueOf("# apt update", "Reading…")).isEqualTo("apt update");
        assertThat(dialogueOf("# first this", "$ make")).isEqualTo("make");
    }

    @Test
    void commandsOfSeveralLines() {
        assertThat(dialogueOf("$ for i in 1 2", "> do", ">   echo $i", "> done", "1", "2"))
                .isEqualTo("for i in 1 2\ndo\n  echo $i\ndone");
        assertThat(dialogueOf("$ cat <<END", "> a", ">", "> END", "a")).isEqualTo("cat <<END\na\n\nEND");
        assertThat(dialogueOf("$ make \\", "    all", "ok")).isEqualTo("make \\\n    all");
    }

    @Test
    void outputThatBeginsLikeAContinuationIsOutput() {
        assertThat(dialogueOf("$ npm run build", "> site@1.0.0 build", "> vite build"))
                .isEqualTo("npm run build");
    }

    @Test
    void aCommandDoesNotGoOnForEver() {
        String[] lines = new String[2_000];
        Arrays.fill(lines, "output");
        lines[0] = "$ echo it's";
        assertThat(dialogueOf(lines).lines()).hasSize(500);
    }

    @Test
    void aLineOfNothingButQuotationsIsNoTrouble() {
        assertThat(shellOf(">".repeat(200_000))).isEmpty();
    }
}
