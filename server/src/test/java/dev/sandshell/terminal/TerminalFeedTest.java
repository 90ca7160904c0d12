package dev.sandshell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a person sees who looks at a session's terminal while calls run there. */
class TerminalFeedTest {
    private static final String PROMPT = "\033]133;A\007\033[?2004h$ \033]133;B\007";

    private final TerminalFeed feed = new TerminalFeed(() -> 40);
    private final LineScreen screen = new LineScreen(40);
    private String lastSent = "";

    private TerminalFeedTest shell(String text) {
        return sent(feed.shown(text));
    }

    private TerminalFeedTest started(String execId, String command) {
        return sent(feed.started(execId, command, false));
    }

    private TerminalFeedTest prints(String execId, String text) {
        return sent(feed.output(execId, false, text));
    }

    private TerminalFeedTest printsOnTerminal(String execId, String text) {
        return sent(feed.output(execId, true, text));
    }

    private TerminalFeedTest exited(String execId, int exitCode) {
        return exited(execId, exitCode, "exit " + exitCode);
    }

    private TerminalFeedTest exited(String execId, @Nullable Integer exitCode, String outcome) {
        return sent(feed.exited(execId, exitCode, outcome));
    }

    private TerminalFeedTest closed(String execId) {
        return sent(feed.closed(execId));
    }

    private TerminalFeedTest sent(String text) {
        lastSent = text;
        screen.write(text);
        return this;
    }

    private void shows(String... lines) {
        assertThat(screen.text()).isEqualTo(List.of(lines));
    }

    // ---- between two prompts

    @Test
    void aCommandOfACallIsShownBetweenTwoPromptsAndWhatIsHalfTypedStays() {
        shell(PROMPT + "half ty").started("e", "echo out; echo more").prints("e", "out\nmore\n");
        exited("e", 0).closed("e").shows("$ echo out; echo more", "out", "more", "✔ exit 0", "$ half ty");
    }

    @Test
    void itGoesOnWhereThePersonWas() {
        shell(PROMPT + "echo a").started("e", "true").exited("e", 0).shell("b");
        shows("$ true", "✔ exit 0", "$ echo ab");
    }

    @Test
    void thePromptIsShownOnceWhereTheShellPaintsItAgainMeanwhile() {
        shell(PROMPT + "half").started("e", "ls").shell("\r\033[K\r$ half").prints("e", "file\n");
        exited("e", 0).shows("$ ls", "file", "✔ exit 0", "$ half");
    }

    @Test
    void thePromptIsShownOnceWhereverItsPaintingIsCut() {
        shell(PROMPT).started("e", "ls").shell("\r\033[K\r$ \r\033[K\r").shell("$ ");
        prints("e", "file\n").exited("e", 0).shows("$ ls", "file", "✔ exit 0", "$");
        shell("half").started("f", "pwd").shell("\r\033[K\r$").shell(" ha").shell("lf");
        prints("f", "folder\n").exited("f", 0);
        shows("$ ls", "file", "✔ exit 0", "$ pwd", "folder", "✔ exit 0", "$ half");
    }

    @Test
    void whatIsNoPartOfAPaintingThatHasBegunIsShown() {
        shell(PROMPT).started("e", "ls").shell("\r\033[K\r$").shell("from elsewhere\r\n");
        shows("$ ls", "from elsewhere");
    }

    @Test
    void thePromptIsShownOnceWhereACommandHasHadTheTerminal() {
        shell(PROMPT + "half").started("e", "ls").shell("\r\033[K\r");
        printsOnTerminal("e", "\033[34mfile\033[0m\r\nend\r\n").shell("$ half");
        exited("e", 0).shows("$ ls", "file", "end", "✔ exit 0", "$ half");
    }

    @Test
    void thePromptOfZshIsShownOnceWhichItLeavesWhereItIs() {
        String painted = "\r\033[0m\033[27m\033[24m\033[Jvm# \033[K\033[?2004h";
        shell("\033]133;A\007" + painted + "\033]133;B\007h\bhalf")
                .started("e", "ls")
                .shell("\r\r\n");
        printsOnTerminal("e", "file\r\n").shell("\033[0m\033[27m\033[24m\033[Jvm# half\033[K");
        exited("e", 0).shows("$ ls", "file", "✔ exit 0", "vm# half");
    }

    @Test
    void thePromptIsShownOnceWhereACommandHasHadTheTerminalAndPrintedNothing() {
        shell(PROMPT + "half").started("e", "true").shell("\r\033[K\r").shell("$ half");
        exited("e", 0).shows("$ true", "✔ exit 0", "$ half");
    }

    @Test
    void aPromptOfSeveralLinesIsTakenOffTheScreen() {
        String two = "\033]133;A\007folder\r\n> \033]133;B\007";
        shell("before\r\n" + two + "x".repeat(50)).started("e", "true").exited("e", 0);
        shows("before", "$ true", "✔ exit 0", "folder", "> " + "x".repeat(38), "x".repeat(12));
    }

    @Test
    void aLongLineIsTakenOffTheScreenWhereverTheCursorIsInIt() {
        shell("before\r\n" + PROMPT + "x".repeat(90) + "\033[A\033[3D\b")
                .started("e", "true")
                .exited("e", 0);
        shows("before", "$ true", "✔ exit 0", "$ " + "x".repeat(38), "x".repeat(40), "x".repeat(12));
        shell("Y");
        assertThat(screen.text().get(4))
                .as("in the second of its rows")
                .isEqualTo("x".repeat(8) + "Y" + "x".repeat(31));
    }

    /** As zsh breaks a line: a blank in the next row, which it takes back. */
    @Test
    void aLineThatTheShellItselfHasBrokenIsTakenOffTheScreen() {
        shell(PROMPT + "x".repeat(38) + " \r\033[Kx\r" + "x".repeat(12))
                .started("e", "true")
                .exited("e", 0);
        shows("$ true", "✔ exit 0", "$ " + "x".repeat(38), "x".repeat(12));
    }

    @Test
    void wideCharactersAreCounted() {
        shell(PROMPT + "你".repeat(25)).started("e", "true");
        assertThat(lastSent).startsWith("\r\033[1A\033[J");
        exited("e", 0).shell("é❯e\u0301".repeat(3)).started("f", "true");
        assertThat(lastSent).startsWith("\r\033[1A\033[J");
    }

    @Test
    void aPromptIsLeftWhereItIsWhereTheCursorIsNotKnown() {
        shell(PROMPT + "x".repeat(50) + "\0337\0338").started("e", "true").exited("e", 0);
        String first = "$ " + "x".repeat(38);
        String rest = "x".repeat(12);
        shows(first, rest, "$ true", "✔ exit 0", first, rest);
    }

    @Test
    void theScreenIsNotClearedAgainThatAPersonHasCleared() {
        started("e", "echo old").prints("e", "old\n").exited("e", 0);
        shell(PROMPT + "a\033[H\033[2J$ a").started("f", "true").exited("f", 0);
        shows("$ true", "✔ exit 0", "$ a");
    }

    @Test
    void aMarkMayComeInPieces() {
        for (char piece : (PROMPT + "half").toCharArray()) {
            shell(String.valueOf(piece));
        }
        started("e", "true").exited("e", 0).shows("$ true", "✔ exit 0", "$ half");
    }

    @Test
    void aPaintingWithoutEndIsNotFollowed() {
        shell(PROMPT);
        for (int i = 0; i < 100; i++) {
            shell("y".repeat(400));
        }
        started("e", "true").exited("e", 0);
        assertThat(lastSent).doesNotContain("y");
    }

    // ---- a command, its lines and its end

    @Test
    void howACommandHasFailedBeginsALine() {
        shell(PROMPT).started("e", "false").prints("e", "no newline").exited("e", 1);
        shows("$ false", "no newline", "✘ exit 1", "$");
    }

    @Test
    void noLineIsBegunWhereThereIsOneAlready() {
        started("e", "ls").printsOnTerminal("e", "file\r\n").printsOnTerminal("e", "\033[0m\r\033[K");
        exited("e", 0).shows("$ ls", "file", "✔ exit 0");
    }

    @Test
    void aCommandIsShownLineByLineAndWhatWouldDoSomethingToTheTerminal() {
        started("e", "if true\nthen \033[2J echo hi\nfi").exited("e", null, "killed by SIGKILL");
        shows("$ if true", "> then ^[[2J echo hi", "> fi", "✘ killed by SIGKILL");
    }

    @Test
    void aCommandAndItsEndAreMarkedAsTerminalsKnowIt() {
        started("e", "a;b\\c\nd\u009c");
        assertThat(lastSent).contains("\033]633;E;a\\x3bb\\\\c\\x0ad\\x9c\007");
        exited("e", 3);
        assertThat(lastSent).contains("\033]133;D;3\007");
    }

    @Test
    void aCommandOfNoEndIsCutAndNotMarkedAsOne() {
        started("e", "x".repeat(1_000_000));
        assertThat(lastSent).contains("xxx…\033[22m").doesNotContain("633;E").hasSizeLessThan(70_000);
    }

    @Test
    void linesEndAsATerminalHasItAlsoAcrossPieces() {
        started("e", "x").prints("e", "a\nb\r");
        assertThat(lastSent).isEqualTo("a\r\nb\r");
        prints("e", "\nc\r\n");
        assertThat(lastSent).isEqualTo("\nc\r\n");
    }

    // ---- jobs in the background, and children that were left behind

    @Test
    void aJobInTheBackgroundPrintsWholeLinesAboveThePrompt() {
        shell(PROMPT + "ty")
                .sent(feed.started("e", "make", true))
                .prints("e", "one\ntw")
                .shell("p")
                .prints("e", "o\n");
        exited("e", 0).shows("$ make &", "one", "two", "✔ make exit 0", "$ typ");
    }

    @Test
    void noLineOfTheBackgroundIsKeptThatHasNoEnd() {
        shell(PROMPT).sent(feed.started("e", "cat", true)).prints("e", "x".repeat(5_000));
        assertThat(lastSent).contains("x".repeat(5_000));
        closed("e");
        assertThat(lastSent).doesNotContain("x");
    }

    @Test
    void whatAChildPrintsLaterIsShown() {
        shell(PROMPT).started("e", "slow &").exited("e", 0).prints("e", "late").closed("e");
        shows("$ slow &", "✔ exit 0", "late", "$");
    }

    @Test
    void ofManyJobsTheOldestIsForgottenAndWhatItHasBegunToPrintIsShown() {
        shell(PROMPT).sent(feed.started("e", "first", true)).prints("e", "unended");
        for (int i = 0; i < 256; i++) {
            sent(feed.started("e" + i, "job", true));
        }
        assertThat(lastSent).contains("unended\r\n");
        exited("e", 0);
        assertThat(lastSent).as("nothing is known of it any more").isEmpty();
    }

    // ---- programs with the whole screen

    @Test
    void theOtherScreenIsLeftWithTheProgramThatWasKilledThere() {
        shell(PROMPT).started("e", "vim").printsOnTerminal("e", "\033[?1049h\033[Hinside");
        shows("inside");
        exited("e", 137).shows("$ vim", "✘ exit 137", "$");
    }

    @Test
    void whatAKilledProgramHasMadeOfTheTerminalIsTakenBackAndThePromptKeepsItsOwn() {
        shell(PROMPT).started("e", "vim").printsOnTerminal("e", "\033[?1049h\033[?1000;1006h\033[?1h\033=\033[?25l");
        exited("e", 137);
        assertThat(lastSent)
                .startsWith("\033[?1049l\033[?1000l\033[?1006l\033[?1l\033>\033[?25h\033[0m")
                .endsWith(PROMPT);
    }

    // ---- what people run themselves

    @Test
    void nothingIsAddedToWhatAPersonRuns() {
        shell(PROMPT + "ls\r\n\033]133;C\007file\r\n").shell("\033]133;D;0\007" + PROMPT);
        shows("$ ls", "file", "$");
    }

    @Test
    void whatAProgramSaysPastItsOutputIsShown() {
        shell(PROMPT).started("e", "sudo x").shell("Password: ").shows("$ sudo x", "Password:");
    }
}
