package dev.sandshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who leaves in the midst of a program takes back what that has switched on, and nothing else. */
class ScreenModesTest {
    private final ScreenModes modes = new ScreenModes();

    private String undoAfter(String shown) {
        modes.shown(shown.getBytes(StandardCharsets.UTF_8));
        return new String(modes.undo(), StandardCharsets.US_ASCII);
    }

    /** As vim does it where the terminal is an xterm. */
    @Test
    void whatAnEditorHasSwitchedOnIsTakenBack() {
        assertThat(undoAfter("\033[?1049h\033[22;0;0t\033[>4;2m\033[?1h\033=\033[?2004h\033[1;24r\033[?25l text"))
                .isEqualTo("\033[?1049l\033[>4m\033[?1l\033>\033[?2004l\0337\033[r\0338\033[?25h");
    }

    /** {@code ^[} is Escape. */
    @ParameterizedTest
    @CsvSource({
        "^[=, ^[>",
        "^[[4h, ^[[4l",
        "^[[20h, ^[[20l",
        "^[[?1000;1006h, ^[[?1000l^[[?1006l",
        "^[[31m, ^[[0m",
        "^[[0;1m, ^[[0m",
        "^[[3;8r, ^[7^[[r^[8",
        "^[[5 q, ^[[0 q",
        "^[(0, ^[(B",
        "^[[>1u, ^[[<1u",
        "^[[>1u^[[>5u^[[<u, ^[[<1u",
        "^[[>1u^[[?1049h^[[>1u, ^[[?1049l^[[<1u",
    })
    void whatProgramsMakeOfATerminal(String shown, String undone) {
        assertThat(undoAfter(shown.replace("^[", "\033"))).isEqualTo(undone.replace("^[", "\033"));
    }

    @Test
    void anotherSetOfCharactersIsTakenBack() {
        assertThat(undoAfter("\033)0\016lqqk")).isEqualTo("\033)B\017");
    }

    @Test
    void whatIsSwitchedOffAgainIsNot() {
        assertThat(undoAfter("\033[?1049;2004h\033[?25l … \033[?2004l\033[?25h\033[?1049l"))
                .isEmpty();
    }

    @Test
    void aSequenceMayComeInPieces() {
        for (byte next : "\033[?10".getBytes(StandardCharsets.US_ASCII)) {
            modes.shown(new byte[] {next});
        }
        assertThat(undoAfter("00h")).isEqualTo("\033[?1000l");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain é text",
                "\033[1;31mred\033[0m",
                "\033[25l",
                "\033[?",
                "\033[?h",
                "\033[?1000",
                "\033[?1000$p",
                "\033[?99999999999h",
                "\033]0;title\007",
                "\033[?7h\033[?8h\033[?1034h",
                "\033=\033[4h\033[31m\033[2;3r\033[2 q\033[>4;1m\033(0\016\033[>1u"
                        + "\033>\033[4l\033[m\033[r\033[ q\033[>4;m\033(B\017\033[<u",
                "\033[?1049h\033=\033[>1u\033c",
                "\033[1;1;3;4$r",
                "\033[<u"
            })
    void whatIsNoneChangesNothing(String shown) {
        assertThat(undoAfter(shown)).isEmpty();
    }

    @Test
    void aSequenceBeginsAnewInTheMidstOfAnother() {
        assertThat(undoAfter("\033\033[?7l\033[?12\033[?6h")).isEqualTo("\033[?7h\033[?6l");
    }
}
