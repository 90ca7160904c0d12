package dev.sandshell.intellij.core.terminal.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandshell.intellij.core.terminal.Cell;
import dev.sandshell.intellij.core.terminal.Cursor;
import dev.sandshell.intellij.core.terminal.ScreenLine;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes, the terminal goes on, and its screen is one. */
final class RandomTrafficTest {
    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void staysWhole(long seed) {
        RandomTraffic traffic = new RandomTraffic(seed);
        RecordedTerminal terminal = new RecordedTerminal(6, 20, 30);
        for (int i = 0; i < 60; i++) {
            String written = traffic.next(10);
            terminal.write(written);
            if (i % 7 == 6) {
                terminal.resize(1 + traffic.cut(9), 1 + traffic.cut(30));
            }
            checkWhole(terminal.emulator, written);
        }
    }

    private static void checkWhole(XtermEmulator emulator, String written) {
        int columns = emulator.size().cols();
        int rows = emulator.size().rows();
        Cursor cursor = emulator.cursor();
        assertThat(cursor.row()).as(written).isBetween(0, rows - 1);
        assertThat(cursor.column()).as(written).isBetween(0, columns - 1);
        assertThat(emulator.historySize()).isBetween(0, 30);
        for (int row = -emulator.historySize(); row < rows; row++) {
            checkWhole(emulator.line(row), columns, written);
        }
    }

    private static void checkWhole(ScreenLine line, int columns, String written) {
        List<Cell> cells = line.cells();
        assertThat(cells).as(written).hasSizeLessThanOrEqualTo(columns);
        for (int column = 0; column < cells.size(); column++) {
            Cell cell = cells.get(column);
            boolean isRightHalf = column > 0 && cells.get(column - 1).width() == 2;
            assertThat(cell.width() == 0)
                    .as("%s: %s of %s", written, column, cells)
                    .isEqualTo(isRightHalf);
            assertThat(cell.text().isEmpty()).as(written).isEqualTo(isRightHalf);
            assertThat(cell.width() == 2 && column + 1 == cells.size())
                    .as(written)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void looksTheSameInWhateverPieces(long seed) {
        RandomTraffic traffic = new RandomTraffic(seed);
        String all = traffic.next(200);
        String expected = new RecordedTerminal(6, 20).write(all).screen();
        RecordedTerminal inPieces = new RecordedTerminal(6, 20);
        String rest = all;
        while (!rest.isEmpty()) {
            int cut = traffic.cut(Math.min(rest.length(), 7));
            inPieces.write(rest.substring(0, cut));
            rest = rest.substring(cut);
        }
        assertThat(inPieces.screen()).isEqualTo(expected);
    }
}
