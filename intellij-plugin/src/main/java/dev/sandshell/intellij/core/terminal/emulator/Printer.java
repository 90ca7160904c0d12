package dev.sandshell.intellij.core.terminal.emulator;

import dev.sandshell.intellij.core.terminal.CellStyle;

/** Writes characters, and wraps. */
final class Printer {
    private final TerminalState state;
    /** How wide the character is that was written last, if only characters came since; a mark joins it. */
    private int precedingWidth;

    Printer(TerminalState state) {
        this.state = state;
    }

    /** Something else than a character has come: nothing joins what is before it. */
    void interrupt() {
        precedingWidth = 0;
    }

    void print(String text, int start, int end) {
        Page page = state.page();
        CellStyle style = state.pen.style();
        if (page.column > 0 && page.cursorRow().widthAt(page.column - 1) == 2) {
            // The right half of a wide character is overwritten: nothing is left of the left one.
            set(page.cursorRow(), page.column - 1, 0, 1, style);
        }
        for (int i = start; i < end; ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            print(page, state.characterSets.shown(codePoint), style);
        }
        Row row = page.cursorRow();
        if (page.column < page.columns() && row.widthAt(page.column) == 0 && !row.hasContentAt(page.column)) {
            set(row, page.column, 0, 1, style);
        }
    }

    /** REP: what was written last, again, if nothing else has come since; at most a screen full of it. */
    void repeat(int count) {
        Page page = state.page();
        int column = page.column - precedingWidth;
        if (precedingWidth == 0 || column < 0) {
            return;
        }
        String text = page.cursorRow().textAt(column);
        String repeated = text.repeat(Math.min(count, page.columns() * page.rows()));
        print(repeated, 0, repeated.length());
    }

    private void print(Page page, int codePoint, CellStyle style) {
        int width = codePoint < 0x7f ? 1 : CharacterWidths.of(codePoint);
        if (width == 0 && precedingWidth > 0) {
            join(page, codePoint);
            return;
        }
        precedingWidth = width;
        if (page.column + width > page.columns() && !makeRoom(page, width, style)) {
            return;
        }
        Row row = page.cursorRow();
        if (page.column >= page.columns()) {
            return;
        }
        if (state.modes.isInsert) {
            row.insertCells(page.column, width, style);
        }
        // A mark that has nothing to join has a cell of its own.
        set(row, page.column++, codePoint, Math.max(width, 1), style);
        if (width == 2) {
            set(row, page.column++, 0, 0, style);
        }
    }

    private void join(Page page, int codePoint) {
        Row row = page.cursorRow();
        if (page.column > 0) {
            int back = row.widthAt(page.column - 1) == 0 ? 2 : 1;
            row.append(page.column - back, codePoint);
        }
    }

    /** Goes on in the next row, if it may, and tells whether there is a place for the character now. */
    private boolean makeRoom(Page page, int width, CellStyle style) {
        if (!state.modes.isAutoWrap) {
            if (width == 2) {
                return false;
            }
            page.column = page.columns() - 1;
            if (page.cursorRow().widthAt(page.column) == 0) {
                set(page.cursorRow(), page.column - 1, 0, 1, style);
            }
            return true;
        }
        Row left = page.cursorRow();
        for (int column = page.column; column < page.columns(); column++) {
            set(left, column, 0, 1, style);
        }
        page.column = 0;
        if (page.row == page.bottom) {
            page.scroll(state.eraser(), true);
        } else {
            page.row = Math.min(page.row + 1, page.rows() - 1);
            page.setContinuation(page.row, true);
        }
        return true;
    }

    private void set(Row row, int column, int codePoint, int width, CellStyle style) {
        row.set(column, codePoint, width, style, state.pen.isProtecting());
    }
}
