package dev.sandshell.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be typed at a place is told by the grammar, in whole scripts and in halves. {@code ^} is the place. */
final class CursorTest {
    private static Cursor cursor(String marked) {
        String script = marked.replace("\\n", "\n");
        int offset = script.indexOf('^');
        try (ScriptTree tree = ScriptTree.of(script.substring(0, offset) + script.substring(offset + 1))
                .orElseThrow()) {
            return tree.cursor(offset);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '@', textBlock = """
            gi^                                | COMMAND         | gi   |
            ^                                  | COMMAND         | @@   |
            ls\\n^\\necho                      | COMMAND         | @@   |
            ls; gi^t                           | COMMAND         | gi   |
            if true; then gi^                  | COMMAND         | gi   |
            f() { if x; then gi^               | COMMAND         | gi   |
            echo $(gi^                         | COMMAND         | gi   |
            ls &^                              | COMMAND         | @@   |
            ls && ^                            | COMMAND         | @@   |
            case $x in\\n a) gi^               | COMMAND         | gi   |
            ls -^                              | ARGUMENT        | -    | ls
            ls -l^                             | ARGUMENT        | -l   | ls
            ls ^                               | ARGUMENT        | @@   | ls
            cd ~/fo^                           | ARGUMENT        | ~/fo | cd
            if x; then cd fo^                  | ARGUMENT        | fo   | cd
            ( cd a/b^                          | ARGUMENT        | a/b  | cd
            cat "a b/c^                        | ARGUMENT        | a b/c | cat
            cat <fo^                           | FILE            | fo   |
            x=fo^                              | FILE            | fo   |
            echo $^                            | VARIABLE        | @@   |
            echo $HO^                          | VARIABLE        | HO   |
            echo "a $HO^                       | VARIABLE        | HO   |
            echo "a $HO^ b"                    | VARIABLE        | HO   |
            echo ${HO^                         | BRACED_VARIABLE | HO   |
            echo ${HO^}                        | BRACED_VARIABLE | HO   |
            echo "${^                          | BRACED_VARIABLE | @@   |
            if x; then echo ${^                | BRACED_VARIABLE | @@   |
            echo $((1 + HO^                    | VARIABLE_NAME   | HO   |
            export HO^                         | VARIABLE_NAME   | HO   | export
            export ^                           | VARIABLE_NAME   | @@   | export
            unset HO^                          | VARIABLE_NAME   | HO   | unset
            ls # gi^                           | NOTHING         | @@   |
            cat <<E\\ngi^\\nE                  | NOTHING         | @@   |
            cat <<E\\n$HO^\\nE                 | VARIABLE        | HO   |
            """)
    void whatIsTyped(String script, Cursor.Kind kind, String typed, String command) {
        Cursor cursor = cursor(script);

        assertThat(cursor.kind()).isEqualTo(kind);
        if (kind != Cursor.Kind.NOTHING) {
            assertThat(cursor.typed()).isEqualTo(typed);
            assertThat(cursor.command()).isEqualTo(command);
        }
    }
}
