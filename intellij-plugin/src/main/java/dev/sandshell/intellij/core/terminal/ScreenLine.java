package dev.sandshell.intellij.core.terminal;

import java.util.List;

/**
 * A line of a screen, as it was at one moment: cells from left to right, without those at its end that were never written.
 * A character that takes two cells has its text in the left one; the right one has none.
 *
 * @param isContinued whether it goes on in the next line, since the right margin was reached
 */
public record ScreenLine(List<Cell> cells, boolean isContinued) {
    /** A line on which nothing was written. */
    public static final ScreenLine EMPTY = new ScreenLine(List.of(), false);

    public ScreenLine {
        cells = List.copyOf(cells);
    }

    /** The cell of a column from 0 on; a plain blank where nothing was written. */
    public Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.BLANK;
    }

    /** Its characters, without the blanks at its end. */
    public String text() {
        StringBuilder text = new StringBuilder();
        cells.forEach(cell -> text.append(cell.text()));
        return text.toString().stripTrailing();
    }
}
