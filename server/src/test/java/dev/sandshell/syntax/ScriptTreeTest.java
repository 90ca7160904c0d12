package dev.sandshell.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A tree follows its text, and what a shell complains about is said of the right place. */
final class ScriptTreeTest {
    private static ScriptTree tree(String script) {
        return ScriptTree.of(script).orElseThrow();
    }

    @Test
    void whatTheScriptDefinesIsFoundOnceByName() {
        try (ScriptTree tree = tree("a=1\nf() { local b=2; a=3; }\nfunction g { :; }\nfor c in x; do :; done\n")) {
            assertThat(tree.definitions().functions().keySet()).containsExactly("f", "g");
            assertThat(tree.definitions().variables().keySet()).containsExactly("a", "b", "c");
            assertThat(tree.definitions().variables().get("a")).isEqualTo(new Name(Name.Kind.VARIABLE, "a", 0, 1));
        }
    }

    @Test
    void namesAreFoundWhereTheyStandAndJustBehind() {
        try (ScriptTree tree = tree("f() { :; }\nf \"$HOME\" ${x}\n")) {
            assertThat(tree.name(0)).contains(new Name(Name.Kind.FUNCTION, "f", 0, 1));
            assertThat(tree.name(11)).contains(new Name(Name.Kind.COMMAND, "f", 11, 12));
            assertThat(tree.name(12)).contains(new Name(Name.Kind.COMMAND, "f", 11, 12));
            assertThat(tree.name(16)).map(Name::text).contains("HOME");
            assertThat(tree.name(14)).map(Name::text).contains("HOME");
            assertThat(tree.name(tree.text().indexOf("x}"))).map(Name::text).contains("x");
            assertThat(tree.name(8)).isEmpty();
        }
    }

    @Test
    void aChangedTextHasTheTreeOfAFreshOne() {
        Random random = new Random(7);
        String pieces = "ab=$\"'{}()\n;|é𝄞 #";
        int[] codePoints = pieces.codePoints().toArray();
        StringBuilder text = new StringBuilder("f() { echo \"é𝄞 $x\"; }\n");
        try (ScriptTree tree = tree(text.toString())) {
            for (int i = 0; i < 300; i++) {
                int at = text.offsetByCodePoints(0, random.nextInt(text.codePointCount(0, text.length()) + 1));
                if (random.nextInt(3) == 0 && at < text.length()) {
                    text.delete(at, text.offsetByCodePoints(at, 1));
                } else {
                    text.insert(at, Character.toString(codePoints[random.nextInt(codePoints.length)]));
                }
                tree.update(text.toString());
                try (ScriptTree fresh = tree(text.toString())) {
                    assertThat(tree.definitions()).as(text.toString()).isEqualTo(fresh.definitions());
                    assertThat(tree.cursor(at)).as(text.toString()).isNotNull();
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            if true; then\\n echo\\n | 3 | syntax error: unexpected end of file | if | this `if` has no `fi`
            if true\\n               | 2 | Syntax error: end of file unexpected (expecting "then") | if | this `if` has no `then`
            for x in a b\\n          | 2 | syntax error: unexpected end of file | for | this `for` has no `do`
            for x in a; do ls\\n     | 2 | syntax error: unexpected end of file | for | this `for` has no `done`
            case $x in a) ls;;\\n    | 2 | syntax error: unexpected end of file | case | this `case` has no `esac`
            f() {\\n ls\\n           | 3 | syntax error: unexpected end of file | { | this `{` has no `}`
            ls\\necho "abc\\nls\\n   | 2 | unexpected EOF while looking for matching `"' | " | this `"` is not closed
            echo 'abc\\nls\\n        | 1 | unexpected EOF while looking for matching `'' | ' | this `'` is not closed
            echo $(ls\\n             | 2 | unexpected EOF while looking for matching `)' | $( | this `$(` has no `)`
            echo `ls\\n              | 1 | Syntax error: EOF in backquote substitution | ` | this backquote is not closed
            a=(1 2\\n                | 1 | unexpected EOF while looking for matching `)' | ( | this `(` has no `)`
            ls &&\\n                 | 2 | syntax error: unexpected end of file | && | the script ends where something has to follow
            echo )\\n                | 1 | syntax error near unexpected token `)' | ) | `)` is not expected here
            ls\\ndone\\n             | 2 | syntax error near unexpected token `done' | done | `done` is not expected here
            f() { if x; then ls; }\\n | 1 | syntax error near unexpected token `}' | } | `}` is not expected here: the `if` in line 1 has no `fi`
            if a; ls; fi\\n          | 1 | Syntax error: "fi" unexpected (expecting "then") | fi | `fi` is not expected here: the `if` in line 1 has no `then`
            for x in a\\n do ( ls\\n done\\n | 3 | syntax error near unexpected token `done' | done | `done` is not expected here: the `(` in line 2 has no `)`
            ls ; ; ls\\n             | 1 | syntax error near unexpected token `;' | ; | `;` is not expected here
            """)
    void complaintsAreOfAPlace(String script, int line, String complaint, String about, String message) {
        try (ScriptTree tree = tree(script.replace("\\n", "\n"))) {
            Problem problem = tree.problem(line, complaint);

            assertThat(problem.message()).isEqualTo(message);
            assertThat(tree.text().substring(problem.start(), problem.end())).startsWith(about);
        }
    }
}
