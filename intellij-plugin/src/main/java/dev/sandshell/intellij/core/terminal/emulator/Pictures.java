package dev.sandshell.intellij.core.terminal.emulator;

import dev.sandshell.intellij.core.terminal.Cell;
import dev.sandshell.intellij.core.terminal.CellStyle;
import dev.sandshell.intellij.core.terminal.ScreenLine;
import java.util.List;

/** Makes of a {@link Row} what others may keep. */
final class Pictures {
    private static final Cell[] PLAIN_ASCII = new Cell[0x7f];

    static {
        for (char c = ' '; c < PLAIN_ASCII.length; c++) {
            PLAIN_ASCII[c] = new Cell(String.valueOf(c), 1, CellStyle.PLAIN);
        }
    }

    private Pictures() {}

    static ScreenLine of(Row row, int used, boolean isContinued) {
        int end = used;
        while (end > 0
                && !row.hasContentAt(end - 1)
                && row.widthAt(end - 1) == 1
                && CellStyle.PLAIN.equals(row.styleAt(end - 1))) {
            end--;
        }
        if (end == 0 && !isContinued) {
            return ScreenLine.EMPTY;
        }
        Cell[] cells = new Cell[end];
        for (int column = 0; column < end; column++) {
            cells[column] = cell(row.textAt(column), row.widthAt(column), row.styleAt(column));
        }
        return new ScreenLine(List.of(cells), isContinued);
    }

    private static Cell cell(String text, int width, CellStyle style) {
        if (width == 0) {
            return new Cell("", 0, style);
        }
        String shown = text.isEmpty() ? " " : text;
        return CellStyle.PLAIN.equals(style) && shown.length() == 1 && shown.charAt(0) < PLAIN_ASCII.length
                ? PLAIN_ASCII[shown.charAt(0)]
                : new Cell(shown, width, style);
    }
}
