package dev.sandshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Only a plain call of a program counts as leaving the shell's state as it is. */
final class PurityTest {
    private static final String BASH_STATE = """
            declare -x HOME="/root"
            shopt -u autocd
            shopt -s checkwinsize
            greet ()\s
            {
                cd /tmp
            }
            alias ll='cd /'
            set +o errexit
            """;

    private static final String ZSH_STATE = """
            typeset -x HOME=/root
            \\builtin eval -- 'greet () {
            	cd /tmp
            }'
            \\builtin alias -- ll='cd /'
            \\builtin alias -g -- G='| grep'
            \\builtin setopt aliases banghist
            \\builtin unsetopt allexport autocd
            """;

    private static final String DASH_STATE = """
            HOME='/root'
            ll='cd /'
            set +o errexit
            """;

    private static Purity bash() {
        return examined(new BashDialect(), BASH_STATE);
    }

    private static Purity examined(Dialect dialect, String state) {
        Purity purity = new Purity(dialect, () -> true);
        purity.examine(state);
        return purity;
    }

    static Stream<Arguments> dialects() {
        return Stream.of(Arguments.of(new BashDialect(), BASH_STATE), Arguments.of(new ZshDialect(), ZSH_STATE));
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void aPlainCallOfAProgramIsPure(Dialect dialect, String state) {
        Purity purity = examined(dialect, state);
        assertThat(Stream.of(
                        "ls",
                        "ls -la /tmp",
                        "  git status  ",
                        "/bin/true",
                        "./gradlew build",
                        "make -j4 CFLAGS,x",
                        "echo hello",
                        "true",
                        "python3 -m http.server 8000"))
                .allMatch(purity::isPure);
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void whatCanChangeTheShellIsNotPure(Dialect dialect, String state) {
        Purity purity = examined(dialect, state);
        assertThat(Stream.of(
                        "",
                        "   ",
                        "cd",
                        "cd /tmp",
                        "export A",
                        ". ./env.sh",
                        "source env.sh",
                        "A=1",
                        "A=1 make",
                        "umask 022",
                        "set -e",
                        "unset A",
                        "alias x",
                        "eval ls",
                        "exec ls",
                        "exit",
                        "read A",
                        "printf -v A x",
                        "trap",
                        "pushd /tmp",
                        "command cd /tmp",
                        "builtin cd /tmp",
                        "time cd /tmp",
                        "if true",
                        "ls; cd /tmp",
                        "ls\ncd /tmp",
                        "ls && cd /tmp",
                        "echo $A",
                        "echo ${A:=1}",
                        "echo `x`",
                        "echo 'x'",
                        "ls | cat",
                        "ls > /tmp/x",
                        "ls &",
                        "(cd /tmp)",
                        "{ cd /tmp",
                        "! ls",
                        "[ -e x ]",
                        "ls *",
                        "ls ?",
                        "~root",
                        "wait",
                        "jobs",
                        "a".repeat(501)))
                .noneMatch(purity::isPure);
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void aNameThatTheUserHasTakenIsNotPure(Dialect dialect, String state) {
        Purity purity = examined(dialect, state);
        assertThat(Stream.of("greet", "greet me", "ll", "ll /tmp")).noneMatch(purity::isPure);
    }

    @Test
    void zshHasMoreWordsThatChangeSomething() {
        Purity purity = examined(new ZshDialect(), ZSH_STATE);
        assertThat(Stream.of(
                        "setopt autocd", "chdir /tmp", "noglob cd /tmp", "- cd /tmp", "autoload x", "emulate sh", "r"))
                .noneMatch(purity::isPure);
    }

    @Test
    void whereFunctionsCannotBeListedOnlyAPathIsSafe() {
        Purity purity = examined(new PosixDialect("dash"), DASH_STATE);
        assertThat(purity.isPure("/bin/ls -la")).isTrue();
        assertThat(purity.isPure("ls -la")).isFalse();
        assertThat(purity.isPure("./cd")).isTrue();
    }

    @Test
    void nothingIsPureWhileTheStateIsNotKnown() {
        Purity fresh = new Purity(new BashDialect(), () -> true);
        Purity forgotten = bash();
        forgotten.forget();
        assertThat(fresh.isPure("ls")).isFalse();
        assertThat(forgotten.isPure("ls")).isFalse();
    }

    @Test
    void nothingIsPureWhereCodeOfTheUsersRunsAtEveryCommand() {
        assertThat(Stream.of(
                                "trap -- 'cd /' DEBUG\n",
                                "trap -- 'cd /' ERR\n",
                                "trap -- 'cd /' RETURN\n",
                                "trap -- 'cd /' SIGCHLD\n",
                                "declare -- PROMPT_COMMAND=\"cd /\"\n",
                                "declare -ax PROMPT_COMMAND=([0]=\"cd /\")\n")
                        .map(line -> examined(new BashDialect(), BASH_STATE + line)))
                .noneMatch(purity -> purity.isPure("ls"));
        assertThat(Stream.of(
                                "trap -- 'cd /' DEBUG\n",
                                "trap -- 'cd /' ZERR\n",
                                "trap -- 'cd /' CHLD\n",
                                "\\builtin eval -- 'TRAPDEBUG () {\n\tcd /\n}'\n",
                                "\\builtin eval -- 'precmd () {\n\tcd /\n}'\n",
                                "typeset -a precmd_functions=( a b )\n",
                                "typeset -g -a preexec_functions=( a )\n")
                        .map(line -> examined(new ZshDialect(), ZSH_STATE + line)))
                .noneMatch(purity -> purity.isPure("ls"));
    }

    @Test
    void trapsOfOtherSignalsDoNotMatter() {
        assertThat(examined(new BashDialect(), BASH_STATE + "trap -- 'cd /' EXIT\ntrap -- 'cd /' SIGINT\n")
                        .isPure("ls"))
                .isTrue();
    }

    @Test
    void nothingIsPureWhereANameOfAFolderChangesToIt() {
        assertThat(Stream.of(
                        examined(new BashDialect(), BASH_STATE.replace("-u autocd", "-s autocd")),
                        examined(new ZshDialect(), ZSH_STATE.replace("setopt aliases", "setopt aliases autocd"))))
                .noneMatch(purity -> purity.isPure("projects"));
    }
}
