package dev.sandshell.intellij.core.terminal.emulator;

/** Where the cursor goes. */
final class Motion {
    private final TerminalState state;

    Motion(TerminalState state) {
        this.state = state;
    }

    /** Puts it back on the screen, within the margins if these are all it knows (DECOM). */
    void restrict() {
        restrict(state.page().columns() - 1);
    }

    /** The same, where the column behind the last one is one as well. */
    void restrictRow() {
        restrict(state.page().columns());
    }

    private void restrict(int lastColumn) {
        Page page = state.page();
        boolean isOrigin = state.modes.isOrigin;
        page.column = Math.max(0, Math.min(page.column, lastColumn));
        page.row = Math.max(isOrigin ? page.top : 0, Math.min(page.row, isOrigin ? page.bottom : page.rows() - 1));
    }

    /** Rows count from the top margin in origin mode. */
    void to(int column, int row) {
        state.page().column = column;
        toRow(row);
    }

    void toColumn(int column) {
        state.page().column = column;
        restrict();
    }

    void toRow(int row) {
        Page page = state.page();
        page.row = state.modes.isOrigin ? (int) Math.min((long) page.top + row, page.bottom) : row;
        restrict();
    }

    /** Up, but not over the top margin if it is below that. */
    void up(int by) {
        restrict();
        Page page = state.page();
        page.row = Math.max(page.row - by, page.row >= page.top ? page.top : 0);
        restrict();
    }

    void down(int by) {
        restrict();
        Page page = state.page();
        int last = page.row <= page.bottom ? page.bottom : page.rows() - 1;
        page.row = (int) Math.min((long) page.row + by, last);
        restrict();
    }

    /** To the right, or to the left with less than nothing. */
    void along(int by) {
        restrict();
        Page page = state.page();
        page.column = (int) Math.max(0, Math.min((long) page.column + by, page.columns() - 1));
    }

    /** Down whatever the margins (VPR). */
    void downFreely(int by) {
        restrict();
        Page page = state.page();
        page.row = (int) Math.min((long) page.row + by, page.rows() - 1);
        restrict();
    }

    void carriageReturn() {
        state.page().column = 0;
    }

    void lineFeed() {
        Page page = state.page();
        if (state.modes.isNewLine) {
            page.column = 0;
        }
        if (page.row == page.bottom) {
            page.scroll(state.eraser(), false);
        } else if (page.row < page.rows() - 1) {
            page.row++;
            page.setContinuation(page.row, false);
        }
        page.column = Math.min(page.column, page.columns() - 1);
    }

    /** Down, scrolling at the bottom margin (IND). */
    void index() {
        restrict();
        Page page = state.page();
        if (page.row == page.bottom) {
            page.scroll(state.eraser(), false);
        } else if (page.row < page.rows() - 1) {
            page.row++;
        }
        restrict();
    }

    /** Up, scrolling at the top margin (RI). */
    void reverseIndex() {
        restrict();
        Page page = state.page();
        if (page.row == page.top) {
            page.shiftDown(page.top, page.bottom, 1, state.eraser());
        } else {
            page.row--;
            restrict();
        }
    }

    void backspace() {
        Page page = state.page();
        if (!state.modes.isReverseWrap) {
            restrict();
            page.column = Math.max(page.column - 1, 0);
            return;
        }
        restrictRow();
        if (page.column > 0) {
            page.column--;
        } else if (page.row > page.top
                && page.row <= page.bottom
                && page.cursorRow().isContinuation()) {
            page.setContinuation(page.row, false);
            page.row--;
            page.column = page.columns() - 1;
            Row row = page.cursorRow();
            // The cell that a wide character had no room in.
            if (row.widthAt(page.column) > 0 && !row.hasContentAt(page.column)) {
                page.column--;
            }
        }
        restrict();
    }

    void tab(int count) {
        Page page = state.page();
        for (int i = 0; i < count && page.column < page.columns() - 1; i++) {
            page.column = page.tabs().next(page.column, page.columns());
        }
    }

    void backTab(int count) {
        Page page = state.page();
        if (page.column >= page.columns()) {
            return;
        }
        for (int i = 0; i < count && page.column > 0; i++) {
            page.column = page.tabs().previous(page.column, page.columns());
        }
    }
}
