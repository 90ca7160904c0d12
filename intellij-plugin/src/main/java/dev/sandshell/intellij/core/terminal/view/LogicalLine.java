package dev.sandshell.intellij.core.terminal.view;

import dev.sandshell.intellij.core.terminal.Cell;
import dev.sandshell.intellij.core.terminal.ScreenLine;
import java.util.ArrayList;
import java.util.List;

/** A line as a program wrote it: the rows that it takes, joined where it was wrapped, and where each character is. Immutable. */
final class LogicalLine {
    /** A program that never ends its line must not have all of the history joined for a look at one cell. */
    static final int MAX_ROWS = 256;

    private final long first;
    private final List<ScreenLine> rows;
    private final String text;
    /** Of each unit of the text, the row and the column of its cell, and the column after that. */
    private final int[] places;

    private LogicalLine(long first, List<ScreenLine> rows) {
        this.first = first;
        this.rows = List.copyOf(rows);
        StringBuilder joined = new StringBuilder();
        List<Integer> found = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            List<Cell> cells = rows.get(row).cells();
            for (int column = 0; column < cells.size(); column++) {
                Cell cell = cells.get(column);
                joined.append(cell.text());
                for (int unit = 0; unit < cell.text().length(); unit++) {
                    found.add(row);
                    found.add(column);
                    found.add(column + Math.max(1, cell.width()));
                }
            }
        }
        text = joined.toString();
        places = found.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The one that a row is part of. */
    static LogicalLine around(Lines lines, long number) {
        long first = number;
        while (first > lines.first()
                && number - first < MAX_ROWS
                && lines.line(first - 1).isContinued()) {
            first--;
        }
        return from(lines, first);
    }

    /** The one that begins with a row. */
    static LogicalLine from(Lines lines, long first) {
        List<ScreenLine> rows = new ArrayList<>();
        long next = first;
        do {
            rows.add(lines.line(next++));
        } while (next < lines.end()
                && rows.size() < 2 * MAX_ROWS
                && rows.get(rows.size() - 1).isContinued());
        return new LogicalLine(first, rows);
    }

    /** The number of its first row. */
    long first() {
        return first;
    }

    /** The number of the row after its last. */
    long end() {
        return first + rows.size();
    }

    String text() {
        return text;
    }

    /** The cell of a place; a blank where nothing was written. */
    Cell cell(Position position) {
        return row(position.line()).cell(position.column());
    }

    ScreenLine row(long number) {
        return rows.get(Math.toIntExact(number - first));
    }

    /** What a piece of the text takes of the screen. */
    TextRange range(int from, int to) {
        if (from == to) {
            Position position =
                    from < text.length() ? start(from) : text.isEmpty() ? new Position(first, 0) : end(from - 1);
            return new TextRange(position, position);
        }
        return new TextRange(start(from), end(to - 1));
    }

    /** Where in the text the character of a cell begins; the text's length where nothing was written in it and after it. */
    int offset(Position position) {
        int row = Math.toIntExact(position.line() - first);
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean isBefore = places[3 * middle] < row
                    || (places[3 * middle] == row && places[3 * middle + 2] <= position.column());
            if (isBefore) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Position start(int offset) {
        return new Position(first + places[3 * offset], places[3 * offset + 1]);
    }

    private Position end(int offset) {
        return new Position(first + places[3 * offset], places[3 * offset + 2]);
    }
}
