package dev.sandshell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.concurrent.Scheduler;
import dev.sandshell.shell.ReportParser.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What terminals are told of prompts and commands, byte for byte, however the shell's output is cut. */
class ShellIntegrationTest {
    private static final String MARK = ShellIntegration.PROMPT_MARK;
    private static final String COMMAND = "\033]5379;command\007";
    private static final String BASH = "\033[?2004l\r";
    private static final String A = "\033]7;file:///a%20b\007\033]633;P;Cwd=/a b\007\033]133;A\007";
    private static final String B = "\033]133;B\007";
    private static final String C = "\033]133;C\007";

    /** Timers that are up only where the test says so. */
    private static final class Clock implements Scheduler {
        private @Nullable Runnable due;

        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public boolean isCurrent() {
            return true;
        }

        @Override
        public Cancellable schedule(Duration delay, Runnable task) {
            due = task;
            return () -> due = null;
        }
    }

    private final Clock clock = new Clock();
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    private ShellIntegration integration(String beforeCommand, @Nullable String nonce) {
        return new ShellIntegration(
                clock, () -> {}, () -> {}, (bytes, length) -> shown.write(bytes, 0, length), beforeCommand, nonce);
    }

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    private static void print(ShellIntegration integration, String text, int piece) {
        byte[] all = text.getBytes(StandardCharsets.UTF_8);
        for (int from = 0; from < all.length; from += piece) {
            int length = Math.min(piece, all.length - from);
            byte[] bytes = new byte[length];
            System.arraycopy(all, from, bytes, 0, length);
            integration.printed(bytes, length);
        }
    }

    private static void prompt(ShellIntegration integration, int status) {
        integration.told(Kind.PROMPT, List.of(String.valueOf(status), "/a b"));
    }

    @Test
    void aShellWithAHookTellsTheCommandBefore() {
        for (int piece : new int[] {1, 3, 1000}) {
            shown.reset();
            ShellIntegration zsh = integration(COMMAND, "n");
            prompt(zsh, 0);
            print(zsh, MARK + "% ", piece);
            zsh.promptEnds();
            print(zsh, "echo ö;\r\n", piece);
            zsh.told(Kind.COMMAND, List.of("echo ö;\n\\"));
            print(zsh, COMMAND + "ö\r\n", piece);
            prompt(zsh, 3);
            zsh.ran("echo ö;\n\\");
            print(zsh, MARK + "% ", piece);
            assertThat(shown())
                    .isEqualTo(A + "% " + B + "echo ö;\r\n\033]633;E;echo ö\\x3b\\x0a\\\\;n\007" + C + "ö\r\n"
                            + "\033]133;D;3\007" + A + "% ");
        }
    }

    @Test
    void aShellWithoutOneTellsItAfterwards() {
        ShellIntegration bash = integration(BASH, null);
        prompt(bash, 0);
        print(bash, MARK + "$ ", 1000);
        bash.promptEnds();
        print(bash, "ls\r\n" + BASH, 1000);
        print(bash, "a  b\r\n", 1000);
        prompt(bash, 0);
        bash.ran("ls");
        print(bash, MARK + "$ ", 1000);
        assertThat(shown())
                .isEqualTo(A + "$ " + B + "ls\r\n" + BASH + C + "a  b\r\n" + "\033]633;E;ls\007\033]133;D;0\007" + A
                        + "$ ");
    }

    @Test
    void oneThatShowsNothingIsToldAtTheNextPromptAndAnEmptyLineIsNone() {
        ShellIntegration bash = integration(BASH, null);
        print(bash, "false\r\n" + BASH, 1000);
        prompt(bash, 1);
        bash.ran("false");
        print(bash, MARK + "$ ", 1000);
        bash.promptEnds();
        print(bash, "\r\n" + BASH, 1000);
        prompt(bash, 1);
        print(bash, MARK + "$ ", 1000);
        assertThat(shown())
                .isEqualTo("false\r\n" + BASH + "\033]633;E;false\007" + C + "\033]133;D;1\007" + A + "$ " + B + "\r\n"
                        + BASH + A + "$ ");
    }

    @Test
    void theNextLineOfACommandIsNoCommand() {
        ShellIntegration bash = integration(BASH, null);
        print(bash, "if true\r\n" + BASH, 5);
        print(bash, "\033[?2004h> ", 5);
        assertThat(shown()).isEqualTo("if true\r\n" + BASH + "\033[?2004h> ");
    }

    @Test
    void whatLooksLikeTheBeginningOfAMarkIsShownAllTheSame() {
        ShellIntegration zsh = integration(COMMAND, null);
        print(zsh, "x\033]53", 1000);
        assertThat(shown()).isEqualTo("x");
        assertThat(clock.due).isNotNull();
        zsh.flush();
        assertThat(shown()).isEqualTo("x\033]53");
    }

    @Test
    void whatAReportHasReadMeanwhileComesAfterwards() {
        List<ShellIntegration> self = new ArrayList<>();
        ShellIntegration bash = new ShellIntegration(
                clock,
                () -> print(self.get(0), "later", 1000),
                () -> {},
                (bytes, length) -> shown.write(bytes, 0, length),
                BASH,
                null);
        self.add(bash);
        prompt(bash, 0);
        print(bash, "before" + MARK + "$ ", 1000);
        assertThat(shown()).isEqualTo("before" + A + "$ later");
    }

    @Test
    void whereAPromptBeginsIsToldOnceAllBeforeItIsShown() {
        List<String> before = new ArrayList<>();
        ShellIntegration bash = new ShellIntegration(
                clock,
                () -> {},
                () -> before.add(shown()),
                (bytes, length) -> shown.write(bytes, 0, length),
                BASH,
                null);
        prompt(bash, 0);
        print(bash, "^C\r\n" + MARK + "$ ", 1000);
        print(bash, "no report " + MARK, 1000);
        assertThat(before).containsExactly("^C\r\n");
    }
}
