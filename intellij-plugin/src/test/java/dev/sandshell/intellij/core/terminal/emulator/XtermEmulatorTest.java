package dev.sandshell.intellij.core.terminal.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.intellij.core.terminal.Cell;
import dev.sandshell.intellij.core.terminal.CellStyle;
import dev.sandshell.intellij.core.terminal.Cursor;
import dev.sandshell.intellij.core.terminal.Modes;
import dev.sandshell.intellij.core.terminal.Modes.MouseEncoding;
import dev.sandshell.intellij.core.terminal.ScreenLine;
import dev.sandshell.protocol.TerminalSize;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a terminal tells that is not on the screens of test-fixtures. */
final class XtermEmulatorTest {
    private final RecordedTerminal terminal = new RecordedTerminal(3, 10, 4);

    @Test
    void aNewOneIsEmpty() {
        assertThat(terminal.emulator.modes()).isEqualTo(Modes.NONE);
        assertThat(terminal.emulator.cursor()).isEqualTo(new Cursor(0, 0, Cursor.Shape.BLOCK, false, true));
        assertThat(terminal.emulator.line(0)).isEqualTo(ScreenLine.EMPTY);
        assertThat(terminal.emulator.historySize()).isZero();
        assertThat(terminal.emulator.title()).isEmpty();
    }

    @Test
    void cellsOfAWideAndACombinedCharacter() {
        terminal.write("日e\u0301");
        assertThat(terminal.emulator.line(0).cells())
                .containsExactly(
                        new Cell("日", 2, CellStyle.PLAIN),
                        new Cell("", 0, CellStyle.PLAIN),
                        new Cell("e\u0301", 1, CellStyle.PLAIN));
    }

    @Test
    void marksOnOneCharacterHaveABound() {
        terminal.write("e" + "\u0301".repeat(10_000));
        assertThat(terminal.emulator.line(0).text()).hasSizeLessThan(100);
    }

    @Test
    void linksAreOfTheText() {
        terminal.write("\u001b]8;id=1;http://example.org/?a;b\u001b\\a\u001b[1;31mb\u001b[m\u001b]8;;\u0007c");
        List<Cell> cells = terminal.emulator.line(0).cells();
        assertThat(cells.stream().map(cell -> cell.style().link()))
                .containsExactly("http://example.org/?a;b", "http://example.org/?a;b", null);
        assertThat(cells.get(1).style().has(CellStyle.Attribute.BOLD)).isTrue();
        assertThat(cells.get(2).style()).isEqualTo(CellStyle.PLAIN);
    }

    @ParameterizedTest
    @CsvSource({
        "0, BLOCK, false", "1, BLOCK, true", "2, BLOCK, false", "3, UNDERLINE, true",
        "4, UNDERLINE, false", "5, BAR, true", "6, BAR, false", "7, BLOCK, false"
    })
    void shapesOfTheCursor(int parameter, Cursor.Shape shape, boolean isBlinking) {
        terminal.write("ab\u001b[" + parameter + " q");
        assertThat(terminal.emulator.cursor()).isEqualTo(new Cursor(0, 2, shape, isBlinking, true));
    }

    @Test
    void theCursorHidesAndBlinks() {
        terminal.write("\u001b[?25l\u001b[?12h");
        assertThat(terminal.emulator.cursor()).isEqualTo(new Cursor(0, 0, Cursor.Shape.BLOCK, true, false));
        terminal.write("\u001b[?25h\u001b[?12l");
        assertThat(terminal.emulator.cursor()).isEqualTo(new Cursor(0, 0, Cursor.Shape.BLOCK, false, true));
    }

    @ParameterizedTest
    @CsvSource({"1005, UTF8", "1006, SGR", "1015, URXVT"})
    void encodingsOfTheMouse(int mode, MouseEncoding encoding) {
        terminal.write("\u001b[?1002;" + mode + "h");
        assertThat(terminal.emulator.modes().mouse()).isEqualTo(Modes.MouseTracking.DRAG);
        assertThat(terminal.emulator.modes().mouseEncoding()).isEqualTo(encoding);
        terminal.write("\u001b[?" + mode + "l");
        assertThat(terminal.emulator.modes().mouseEncoding()).isEqualTo(MouseEncoding.LEGACY);
    }

    @Test
    void titlesAndBells() {
        terminal.write("\u001b]0;one\u0007\u0007\u001b]2;two\u001b\\");
        assertThat(terminal.titles).hasToString("one\ntwo\n");
        assertThat(terminal.bells).isEqualTo(1);
        assertThat(terminal.emulator.title()).isEqualTo("two");
    }

    @Test
    void aTitleWithoutAnEndDoesNotGrow() {
        terminal.write("\u001b]0;" + "x".repeat(1 << 20) + "\u0007a");
        assertThat(terminal.emulator.title()).isEmpty();
        assertThat(terminal.emulator.line(0).text()).isEqualTo("a");
    }

    @Test
    void theHistoryHasABound() {
        terminal.write("1\r\n2\r\n3\r\n4\r\n5\r\n6\r\n7\r\n8\r\n9");
        assertThat(terminal.emulator.historySize()).isEqualTo(4);
        assertThat(terminal.emulator.line(-1).text()).isEqualTo("6");
        assertThat(terminal.emulator.line(-4).text()).isEqualTo("3");
    }

    @Test
    void theHistoryHasItsBoundAfterAResizeAsWell() {
        terminal.write("abcdefghij\r\nabcdefghij\r\nabcdefghij\r\nabcdefghij\r\nabcdefghij\r\nx");
        terminal.resize(3, 4);
        assertThat(terminal.emulator.historySize()).isEqualTo(4);
        assertThat(terminal.emulator.line(2).text()).isEqualTo("x");
        terminal.resize(1, 4);
        assertThat(terminal.emulator.historySize()).isEqualTo(4);
        assertThat(terminal.emulator.line(0).text()).isEqualTo("x");
    }

    @Test
    void withoutAHistoryNothingIsKept() {
        RecordedTerminal none = new RecordedTerminal(2, 10, 0).write("1\r\n2\r\n3\r\n4");
        assertThat(none.emulator.historySize()).isZero();
        assertThat(none.emulator.line(0).text()).isEqualTo("3");
    }

    @Test
    void wrappedLinesGoOn() {
        terminal.write("abcdefghijkl\r\nm");
        assertThat(terminal.emulator.line(0).isContinued()).isTrue();
        assertThat(terminal.emulator.line(1).isContinued()).isFalse();
        terminal.write("\r\n\n");
        assertThat(terminal.emulator.line(-2).isContinued()).isTrue();
    }

    @Test
    void aLineThatWasTakenStaysAsItWas() {
        terminal.write("abc");
        ScreenLine taken = terminal.emulator.line(0);
        terminal.write("\rxyz\u001b[2J");
        assertThat(taken.text()).isEqualTo("abc");
    }

    @Test
    void resetForgetsEverything() {
        terminal.write(
                "1\r\n2\r\n3\r\n4\u001b]0;t\u0007\u001b[1;31m\u001b[?1049h\u001b[?1002h\u001b[5 q\u001b[2;3r\u001b[");
        terminal.emulator.reset();
        assertThat(terminal.screen()).isEqualTo(new RecordedTerminal(3, 10, 4).screen());
        assertThat(terminal.emulator.modes()).isEqualTo(Modes.NONE);
        assertThat(terminal.emulator.cursor().shape()).isEqualTo(Cursor.Shape.BLOCK);
        assertThat(terminal.emulator.historySize()).isZero();
        terminal.write("31mx");
        assertThat(terminal.emulator.line(0).text()).isEqualTo("31mx");
    }

    @Test
    void noSizeIsTooSmall() {
        terminal.write("日本語").resize(0, 0).write("日本語\r\nabc");
        assertThat(terminal.emulator.size()).isEqualTo(new TerminalSize(1, 2));
        assertThat(terminal.emulator.line(0).text()).isEqualTo("c");
    }

    @Test
    void widthsOfUnicode11() {
        assertThat(List.of(0x61, 0xa0, 0xe9, 0x300, 0x1100, 0x1160, 0x20ac, 0x2705, 0x65e5, 0xff21, 0xfe0f))
                .extracting(CharacterWidths::of)
                .containsExactly(1, 1, 1, 0, 2, 0, 1, 2, 2, 2, 0);
        assertThat(List.of(0x1d167, 0x1f600, 0x1f601, 0x1f9ff, 0x1fa00, 0x20000, 0x2fffd, 0x2fffe, 0xe0100, 0x10ffff))
                .extracting(CharacterWidths::of)
                .containsExactly(0, 2, 2, 2, 1, 2, 2, 1, 0, 1);
    }
}
