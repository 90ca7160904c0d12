package dev.sandshell.intellij.core.terminal.emulator;

import java.util.List;

/**
 * Makes a page another size, as xterm.js does: rows come back from the history, or go there, at the top, so that the cursor
 * stays on its line; lines that were wrapped flow anew, but for the one with the cursor, which a shell draws again itself.
 */
final class Resizing {
    private final Page page;
    private final List<Row> lines;
    private final boolean isFlowing;
    private final int columns;
    private final int rows;
    private final int bound;
    /** How many lines are above the screen. */
    private int above;

    private int savedLine;

    /** @param lines the history's and the screen's, which are changed */
    Resizing(Page page, List<Row> lines, boolean isFlowing, int columns, int rows) {
        this.page = page;
        this.lines = lines;
        this.isFlowing = isFlowing;
        this.columns = columns;
        this.rows = rows;
        bound = page.history().bound() + rows;
        above = page.history().size();
        savedLine = above + page.saved.row();
    }

    void run() {
        int pulled = page.rows() < rows ? grow() : shrink();
        trim();
        page.column = Math.min(page.column, columns - 1);
        page.row = Math.min(page.row, rows - 1) + pulled;
        if (isFlowing && columns != page.columns()) {
            flow();
        }
        lines.forEach(line -> line.resize(columns));
        page.saved = new Page.SavedCursor(
                Math.min(page.saved.column(), columns - 1),
                Math.max(savedLine - above, 0),
                page.saved.pen(),
                page.saved.characterSet());
    }

    Row[] screen() {
        return lines.subList(above, above + rows).toArray(new Row[0]);
    }

    List<Row> above() {
        return lines.subList(0, above);
    }

    /** Tells by how many rows the cursor has come down, since so many came back above it. */
    private int grow() {
        int pulled = 0;
        for (int i = page.rows(); i < rows; i++) {
            if (above > 0 && lines.size() <= above + page.row + pulled + 1) {
                above--;
                pulled++;
            } else {
                lines.add(new Row(columns));
            }
        }
        return pulled;
    }

    private int shrink() {
        for (int i = page.rows(); i > rows; i--) {
            if (lines.size() > above + page.row + 1) {
                lines.remove(lines.size() - 1);
            } else {
                above++;
            }
        }
        return 0;
    }

    private void flow() {
        int cursorLine = above + page.row;
        Reflow reflow = new Reflow(lines, cursorLine, page.columns(), columns);
        int added = reflow.lines().size() - lines.size();
        lines.clear();
        lines.addAll(reflow.lines());
        cursorLine = reflow.place(cursorLine);
        savedLine = reflow.place(savedLine);
        if (above == 0) {
            while (lines.size() > Math.max(rows, cursorLine + 1)) {
                lines.remove(lines.size() - 1);
            }
            above = Math.max(lines.size() - rows, 0);
        } else {
            above = Math.max(above + added, 0);
        }
        above = Math.min(above, cursorLine);
        while (lines.size() < above + rows) {
            lines.add(new Row(columns));
        }
        page.row = Math.min(cursorLine - above, rows - 1);
        trim();
    }

    /** Lets the oldest lines go that there is no room for. */
    private void trim() {
        int excess = lines.size() - bound;
        if (excess > 0) {
            lines.subList(0, excess).clear();
            above = Math.max(above - excess, 0);
            savedLine = Math.max(savedLine - excess, 0);
        }
    }
}
