package dev.sandshell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.RepeatedTest;

/** Where one piece of output ends and the next begins makes no difference. */
class PiecesTest {
    private static final Random RANDOM = new Random(1);

    private static final String[] PARTS = {
        "a",
        "wide 你好",
        "\n",
        "\r\n",
        "\r",
        "\t",
        "\b",
        "\007",
        "\016",
        "\017",
        "\033[31m",
        "\033[0m",
        "\033[?1049h",
        "\033[?1049l",
        "\033[?25;1000h",
        "\033[?25l",
        "\033[2J",
        "\033[H",
        "\033]0;a title\007",
        "\033]8;;x\033\\",
        "\033(0",
        "\033",
        "\033[",
        "\033[?",
        "\033P1$r\033\\",
        "\033c",
        "😀"
    };

    private static String output() {
        StringBuilder output = new StringBuilder();
        for (int i = RANDOM.nextInt(20); i > 0; i--) {
            output.append(PARTS[RANDOM.nextInt(PARTS.length)]);
        }
        return output.toString();
    }

    /** All that a terminal is sent where the output comes in pieces of at most so many characters. */
    private static String inPieces(String output, int most, Function<String, String> show) {
        StringBuilder sent = new StringBuilder();
        for (int at = 0; at < output.length(); ) {
            int end = Math.min(output.length(), at + 1 + RANDOM.nextInt(most));
            sent.append(show.apply(output.substring(at, end)));
            at = end;
        }
        return sent.toString();
    }

    private static String shown(String output, int most, boolean isTerminal) {
        TerminalFeed feed = new TerminalFeed(() -> 80);
        String prompt = feed.shown("\033]133;A\007$ \033]133;B\007half");
        return prompt
                + feed.started("e", "x", false)
                + inPieces(output, most, piece -> feed.output("e", isTerminal, piece))
                + feed.exited("e", 0, "exit 0")
                + feed.closed("e");
    }

    @RepeatedTest(300)
    void ofACommandWithTheScreen() {
        String output = output();
        boolean isTerminal = RANDOM.nextBoolean();
        assertThat(shown(output, 3, isTerminal)).isEqualTo(shown(output, Integer.MAX_VALUE - 1, isTerminal));
    }

    @RepeatedTest(300)
    void ofTheShellAtItsPrompt() {
        String painted = "\033]133;A;k=i\033\\" + output() + "\033[?2004h$ \033]133;B\007" + output();
        assertThat(afterPrompt(painted, 3)).isEqualTo(afterPrompt(painted, Integer.MAX_VALUE - 1));
    }

    private static String afterPrompt(String painted, int most) {
        TerminalFeed feed = new TerminalFeed(() -> 80);
        return inPieces(output(painted), most, feed::shown)
                + feed.started("e", "x", false)
                + feed.exited("e", 0, "exit 0");
    }

    private static String output(String painted) {
        return "\033]133;D;0\007" + painted;
    }

    /** The prompt makes room more often, but the lines are the same. */
    @RepeatedTest(300)
    void ofAJobInTheBackground() {
        String output = output();
        assertThat(lines(output, 3)).isEqualTo(lines(output, Integer.MAX_VALUE - 1));
    }

    private static String lines(String output, int most) {
        Aside aside = new Aside("x");
        return inPieces(output, most, piece -> aside.output(false, piece)) + aside.rest();
    }
}
