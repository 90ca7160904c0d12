package dev.sandshell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who leaves in the midst of a program takes back what that has switched on, and nothing else. */
class ScreenModesTest {
    private final ScreenModes modes = new ScreenModes();

    private String undoAfter(String shown) {
        modes.shown(shown.getBytes(StandardCharsets.UTF_8));
        return new String(modes.undo(), StandardCharsets.US_ASCII);
    }

    @Test
    void whatAnEditorHasSwitchedOnIsTakenBack() {
        assertThat(undoAfter("\033[?1049h\033[22;0;0t\033[?1h\033=\033[?2004h\033[?25l text"))
                .isEqualTo("\033[?1l\033[?25h\033[?1049l\033[?2004l\033[0m");
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
        assertThat(undoAfter("00h")).isEqualTo("\033[?1000l\033[0m");
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
                "\033]0;title\007"
            })
    void whatIsNoneChangesNothing(String shown) {
        assertThat(undoAfter(shown)).isEmpty();
    }

    @Test
    void aSequenceBeginsAnewInTheMidstOfAnother() {
        assertThat(undoAfter("\033\033[?7l\033[?12\033[?6h")).isEqualTo("\033[?6l\033[?7h\033[0m");
    }
}
