package dev.sandshell.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UnfinishedCommandTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo 'a",
                "echo \"a\\\"",
                "make \\",
                "cat <<END\na",
                "cat <<-'END'\na\n END",
                "cat <<A <<B\nA",
                "a &&",
                "a |",
                "for i in 1 2; do",
                "while true\ndo echo",
                "if a; then b",
                "case $x in",
                "f() {",
                "(cd x",
                "if a; then for i in 1; do b; done",
            })
    void goesOn(String command) {
        assertThat(UnfinishedCommand.is(command)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "npm run build",
                "echo it\\'s",
                "echo 'a' \"b\\\"\"",
                "make \\\n  all",
                "cat <<END\na\nEND",
                "cat <<-END\na\n\tEND",
                "for i in 1 2; do echo $i; done",
                "if a; then b; fi",
                "f() { echo; }; f",
                "echo done # what's that",
                "x=$(date) {a,b}",
                "cat <<<word",
                "cat <<A <<B\na\nA\nit's\nB",
                "case $x in a) b;; esac",
                "echo for you",
            })
    void doesNot(String command) {
        assertThat(UnfinishedCommand.is(command)).isFalse();
    }
}
