package dev.sandshell.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code sandshell attach} as people use it: at a terminal, with keys and by looking. */
@Timeout(60)
class AttachCommandIT {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final String SANDSHELL = "sandshell() { " + JAVA + " -XX:TieredStopAtLevel=1 -jar '"
            + System.getProperty("sandshell.jar") + "' \"$@\"; }; ";

    private final Marked marked = new Marked();

    @TempDir
    private Path folder;

    private TmuxScreen terminal;

    @BeforeEach
    @Timeout(30)
    void open() throws Exception {
        terminal = new TmuxScreen(folder, marked, 24, 80);
        terminal.enter(SANDSHELL + "stty -g >before; clear");
        terminal.await(screen -> screen.startsWith("$\n"));
    }

    @AfterEach
    @Timeout(30)
    void theTerminalIsAsItWasAndNothingIsLeft() throws Exception {
        if (terminal != null) {
            try {
                // What was typed before the prompt came stands before that.
                terminal.enter("clear; stty -g >after; echo over");
                terminal.awaitLine("over");
                assertThat(folder.resolve("after")).hasSameTextualContentAs(folder.resolve("before"));
            } finally {
                terminal.close();
            }
        }
        assertThat(marked.left()).as("processes left behind").isEmpty();
    }

    private void attach(String words) throws Exception {
        terminal.enter("sandshell attach " + words + "; echo code $?");
    }

    @Test
    void aPersonLivesInAProgramAndGetsItsExitCode() throws Exception {
        attach("--alone -c 'PS1=\"here> \" sh -i' work");
        terminal.await(
                screen -> screen.contains("sandshell: on session work; Ctrl-] leaves") && screen.contains("\nhere>"));
        terminal.enter("echo a\"\"b; stty size");
        terminal.awaitLine("ab");
        terminal.awaitLine("24 80");
        terminal.resize(30, 100);
        // The new size goes its own way, and keys may be faster.
        terminal.enter("until [ \"$(stty size)\" = '30 100' ]; do :; done; echo re\"\"sized");
        terminal.awaitLine("resized");
        // The keys that are signals reach the program, and not us.
        terminal.enter("echo on; sleep 1000");
        terminal.awaitLine("on");
        terminal.press("C-c");
        terminal.enter("echo still here");
        terminal.awaitLine("still here");
        terminal.enter("exit 7");
        terminal.awaitLine("code 7");
    }

    @Test
    void anEditorHasTheWholeScreen() throws Exception {
        assumeTrue(TmuxScreen.isOnPath("vim"), "vim is not installed");
        attach("-c 'vim -u NONE -N note'");
        terminal.await(screen -> screen.contains("\n~\n") && !screen.contains("sandshell"));
        terminal.type("ihéllo");
        terminal.press("Escape");
        terminal.await(screen -> screen.startsWith("héllo"));
        terminal.resize(40, 120);
        terminal.await(screen -> screen.lines().filter(line -> line.equals("~")).count() == 38);
        terminal.enter(":echo &lines &columns");
        terminal.awaitLine("40 120");
        terminal.enter(":wq");
        String after = terminal.awaitLine("code 0");
        assertThat(after).as("the screen of before is back").contains("sandshell: on session");
        assertThat(folder.resolve("note")).hasContent("héllo");
    }

    @Test
    void aPagerScrolls() throws Exception {
        assumeTrue(TmuxScreen.isOnPath("less"), "less is not installed");
        Files.writeString(folder.resolve("long"), "first\n" + "line\n".repeat(200) + "last\n");
        attach("-c 'less long'");
        terminal.await(screen -> screen.startsWith("first"));
        terminal.press("G");
        terminal.awaitLine("last");
        terminal.press("q");
        terminal.awaitLine("code 0");
    }

    @Test
    void leavingInTheMidstOfAProgramTakesItsModesBack() throws Exception {
        String flags =
                "#{alternate_on} #{cursor_flag} #{keypad_cursor_flag} #{keypad_flag} #{mouse_any_flag} #{insert_flag}"
                        + " #{wrap_flag} #{scroll_region_upper} #{scroll_region_lower}";
        String before = terminal.ask(flags);
        attach(
                "-c 'printf \"\\033[?1049h\\033[?25l\\033[?2004h\\033[?1h\\033=\\033[?1003h\\033[4h\\033[?7l\\033[3;9rmidst\"; stty raw"
                        + " -echo; sleep 1000'");
        terminal.awaitLine("midst");
        assertThat(terminal.ask(flags)).isEqualTo("1 0 1 1 1 1 0 2 8");
        terminal.press("C-]");
        String after = terminal.awaitLine("code 0");
        assertThat(after.lines()).doesNotContain("midst");
        assertThat(terminal.ask(flags)).isEqualTo(before);
    }

    @Test
    void leavingAShellLeavesItsLineToo() throws Exception {
        attach("--alone --shell bash");
        terminal.await(screen -> screen.contains("\nsandshell: on session default; Ctrl-] leaves\nbash"));
        terminal.press("C-]");
        terminal.awaitLine("code 0");
    }

    /** Whose own prompt nobody can type at. */
    @Test
    void aShellWithoutALineEditorIsLivedInToo() throws Exception {
        attach("--alone --shell sh");
        terminal.await(screen -> screen.contains("Ctrl-] leaves\n#") || screen.contains("Ctrl-] leaves\n$"));
        terminal.enter("echo a\"\"b");
        terminal.awaitLine("ab");
        terminal.enter("exit 7");
        terminal.awaitLine("code 7");
    }

    @Test
    void programsKnowWhatKindOfTerminalThisIs() throws Exception {
        terminal.enter("TERM=screen-256color COLORTERM=truecolor; export TERM COLORTERM");
        attach("-c 'echo \"it is $TERM $COLORTERM\"'");
        terminal.awaitLine("code 0");
        assertThat(terminal.screen().lines()).contains("it is screen-256color truecolor");
    }

    @Test
    void aTerminalThatDoesNotSayItsKindIsTakenForASimpleOne() throws Exception {
        terminal.enter("unset TERM COLORTERM");
        attach("-c 'echo \"it is $TERM\"'");
        terminal.awaitLine("code 0");
        assertThat(terminal.screen().lines()).contains("it is dumb");
    }

    /** As where ssh loses its connection: the terminal hangs up. That nothing is left of it is seen after each test. */
    @Test
    void aTerminalThatGoesTakesTheSessionWithIt() throws Exception {
        assumeTrue(TmuxScreen.isOnPath("vim"), "vim is not installed");
        TmuxScreen other = new TmuxScreen(Files.createDirectory(folder.resolve("other")), marked, 24, 80);
        other.enter(SANDSHELL + "sandshell attach --alone");
        other.await(screen -> screen.contains("\nbash"));
        other.enter("vim -u NONE -N note");
        other.await(screen -> screen.contains("\n~\n"));
        other.type("ihello");
        other.awaitLine("hello");
        other.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "HUP", "INT"})
    void aSignalRestoresTheTerminal(String signal) throws Exception {
        attach("-c 'stty raw; printf ready; sleep 1000'");
        terminal.awaitLine("ready");
        ProcessHandle program = ProcessHandle.allProcesses()
                .filter(process -> marked.carries(process)
                        && process.info()
                                .arguments()
                                .map(List::of)
                                .orElse(List.of())
                                .contains("attach"))
                .findFirst()
                .orElseThrow();
        new ProcessBuilder("kill", "-" + signal, Long.toString(program.pid())).start();
        terminal.await(screen -> screen.contains("code 1"));
    }

    @Test
    void aSessionOfTheDaemonGoesOnWithoutTheTerminal() throws Exception {
        terminal.enter("mkdir run state; export SANDSHELL_RUNTIME_DIR=$PWD/run SANDSHELL_STATE_DIR=$PWD/state; clear");
        attach("--shell bash work");
        terminal.await(screen -> screen.contains("sandshell: on session work; Ctrl-] leaves\nbash"));
        terminal.enter("x=kept; echo is $x; echo half$((1))");
        terminal.awaitLine("half1");
        terminal.press("C-]");
        terminal.awaitLine("code 0");
        terminal.enter("clear; sandshell sessions");
        terminal.await(screen -> screen.contains("work                  idle        bash            0  /"));
        terminal.enter("clear");
        attach("--shell zsh work");
        terminal.await(screen -> screen.contains("session work is there already") && screen.contains("code 125"));
        terminal.enter("clear");
        attach("work");
        // What it has shown before is shown again.
        terminal.awaitLine("is kept");
        terminal.enter("echo and $x still; exit 7");
        terminal.awaitLine("and kept still");
        terminal.await(screen -> screen.contains("code 7\n"));
        terminal.enter("clear; sandshell sessions; sandshell daemon stop");
        terminal.awaitLine("the daemon has ended");
        assertThat(terminal.screen()).doesNotContain("work");
    }

    @Test
    void withoutATerminalItSaysWhatToDo() throws Exception {
        Path err = folder.resolve("err");
        ProcessBuilder program = new ProcessBuilder(JAVA, "-jar", System.getProperty("sandshell.jar"), "attach")
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectError(err.toFile());
        program.environment().remove("JAVA_TOOL_OPTIONS");
        marked.put(program);
        Process process = program.start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(125);
        assertThat(Files.readString(err, StandardCharsets.UTF_8))
                .isEqualTo("sandshell: standard input is no terminal; run this in one, or without one:"
                        + " sandshell exec COMMAND\n");
    }
}
