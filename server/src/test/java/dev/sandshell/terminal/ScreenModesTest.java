package dev.sandshell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs have switched on is taken back, and nothing else. */
class ScreenModesTest {
    private final ScreenModes modes = new ScreenModes();

    /** {@code ^[} is Escape. */
    private String undoAfter(String... pieces) {
        for (String piece : pieces) {
            modes.shown(piece.replace("^[", "\033"));
        }
        return modes.undo().replace("\033", "^[");
    }

    /** As vim does it where the terminal is an xterm. */
    @Test
    void whatAnEditorHasSwitchedOnIsTakenBack() {
        assertThat(undoAfter("^[[?1049h^[[22;0;0t^[[>4;2m^[[?1h^[=^[[?2004h^[[1;24r^[[?25l text"))
                .isEqualTo("^[[?1049l^[[>4m^[[?1l^[>^[[?2004l^[7^[[r^[8^[[?25h");
    }

    @ParameterizedTest
    @CsvSource({
        "^[=, ^[>",
        "^[[4h, ^[[4l",
        "^[[20h, ^[[20l",
        "^[[?1000;1006h, ^[[?1000l^[[?1006l",
        "^[[3;8r, ^[7^[[r^[8",
        "^[[5 q, ^[[0 q",
        "^[(0, ^[(B",
        "^[[>1u, ^[[<1u",
        "^[[>1u^[[>5u^[[<u, ^[[<1u",
        "^[[>1u^[[?1049h^[[>1u, ^[[?1049l^[[<1u",
        "^[^[[?7l^[[?12^[[?6h, ^[[?7h^[[?6l",
        "^[]0;title ^[[?25l, ^[[?25h",
    })
    void whatProgramsMakeOfATerminal(String shown, String undone) {
        assertThat(undoAfter(shown)).isEqualTo(undone);
    }

    @Test
    void anotherSetOfCharactersIsTakenBack() {
        assertThat(undoAfter("^[)0\016lqqk")).isEqualTo("^[)B\017");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain é text",
                "^[[1;31mred^[[0m",
                "^[[25l",
                "^[[?",
                "^[[?h",
                "^[[?1000",
                "^[[?1000$p",
                "^[[?99999999999h",
                "^[]0;title\007",
                "^[]0;=[?25l\007",
                "^[P$q^[\\",
                "^[[?7h^[[?8h^[[?1034h",
                "^[[?1049;2004h^[[?25l … ^[[?2004l^[[?25h^[[?1049l",
                "^[=^[[4h^[[2;3r^[[2 q^[[>4;1m^[(0\016^[[>1u^[>^[[4l^[[r^[[ q^[[>4;m^[(B\017^[[<u",
                "^[[?1049h^[=^[[>1u^[c",
                "^[[1;1;3;4$r",
                "^[[<u",
                "^[[q^[[m^[[^[(\n",
            })
    void whatIsNoneChangesNothing(String shown) {
        assertThat(undoAfter(shown)).isEmpty();
    }

    @Test
    void aSequenceMayComeInPieces() {
        assertThat(undoAfter("^[", "[?10", "00", "h", "^[(", "0")).isEqualTo("^[[?1000l^[(B");
    }

    @Test
    void whatIsTooLongIsPassedOverToItsEnd() {
        assertThat(undoAfter("^[[?" + "1;".repeat(100) + "25h", "^[[?25l")).isEqualTo("^[[?25h");
    }

    @Test
    void coloursAreToldApart() {
        modes.shown("\033[0;1m");
        assertThat(modes.isStyled()).isTrue();
        modes.shown("\033[>4;1m\033[m");
        assertThat(modes.isStyled()).isFalse();
    }
}
