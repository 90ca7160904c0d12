package dev.sandshell.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for a finding, what is not, and how much of it is kept. */
final class CommandFindingsTest {
    private static List<Finding> in(String output) {
        CommandFindings found = new CommandFindings("make");
        found.accept("stdout", output);
        found.end();
        return found.takeFresh();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12:34:56 error: late",
                "2024-01-01 12:34:56,789 ERROR [main] app.Server - failed",
                "src/App.java:12:        throw new Error();",
                "main.go:12:\tfmt.Println(x)",
                "main.go:7: nothing of a test",
                "test.py:5:    raise ValueError",
                "http://localhost:8080/error: none",
                "a.c:0:1: error: no such line",
                "a.c:99999999999:1: error: no such line",
                ":3:4: error: no file",
                "E   AssertionError: without a place",
                "  3:1  error  without a file  rule",
                " --> src/main.rs:1:2",
                "[ERROR] Failed to execute goal: see [Help 1]",
                "make: *** [Makefile:2: all] Error 1"
            })
    void whatOnlyLooksLikeItIsNone(String line) {
        assertThat(in(line + "\n")).isEmpty();
    }

    @Test
    void theSameIsFoundOnce() {
        assertThat(in("a.c:1:2: error: bad\n".repeat(3))).hasSize(1);
    }

    @Test
    void ofARunOnlySoManyAreKept() {
        StringBuilder output = new StringBuilder();
        for (int i = 1; i <= 2 * CommandFindings.MOST; i++) {
            output.append("a.c:").append(i).append(":1: error: bad\n");
        }
        assertThat(in(output.toString())).hasSize(CommandFindings.MOST);
    }

    @Test
    void ofALongLineTheBeginningCounts() {
        assertThat(in("a.c:1:2: error: " + "x".repeat(1 << 20) + "\nb.c:1:2: error: next\n"))
                .extracting(Finding::path)
                .containsExactly("a.c", "b.c");
        assertThat(in("x".repeat(OutputLines.LONGEST) + "a.c:1:2: error: bad\n"))
                .isEmpty();
    }

    @Test
    void whatWasWrittenOverIsGone() {
        assertThat(in("   Building [==>  ] 1/3: app\r\033[K\033[1merror\033[m: bad\n --> a.rs:1:2\n"))
                .extracting(Finding::path, Finding::message)
                .containsExactly(tuple("a.rs", "bad"));
    }

    @Test
    void streamsDoNotMix() {
        CommandFindings found = new CommandFindings("cargo build");
        found.accept("stderr", "error: bad\n");
        found.accept("stdout", " --> other.rs:9:9\n");
        found.accept("stderr", " --> a.rs:1:2\n");
        assertThat(found.takeFresh()).extracting(Finding::path).containsExactly("a.rs");
        assertThat(found.hasFresh()).isFalse();
    }

    @Test
    void makeSaysInWhichFolder() {
        assertThat(in("""
                make: Entering directory '/a'
                make[1]: Entering directory '/a/b'
                x.c:1:1: error: in b
                make[1]: Leaving directory '/a/b'
                y.c:1:1: error: in a
                """)).extracting(Finding::folder).containsExactly("/a/b", "/a");
    }

    @Test
    void aCaretThatIsStillToComeIsNotWaitedForAtTheEnd() {
        assertThat(in("A.java:3: error: bad\n  int x;\n"))
                .extracting(Finding::column)
                .containsExactly(0);
    }
}
