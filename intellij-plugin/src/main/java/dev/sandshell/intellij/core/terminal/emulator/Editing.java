package dev.sandshell.intellij.core.terminal.emulator;

import dev.sandshell.intellij.core.terminal.CellStyle;

/** Erases, inserts and deletes, cells and rows. */
final class Editing {
    private final TerminalState state;
    private final Motion motion;

    Editing(TerminalState state, Motion motion) {
        this.state = state;
        this.motion = motion;
    }

    /** ED and DECSED. */
    void eraseInDisplay(int what, boolean isSelective) {
        motion.restrictRow();
        Page page = state.page();
        switch (what) {
            case 0 -> {
                eraseInRow(page.column, page.columns(), page.column == 0, isSelective);
                fill(page.row + 1, page.rows(), isSelective);
            }
            case 1 -> {
                eraseInRow(0, page.column + 1, true, isSelective);
                if (page.column + 1 >= page.columns() && page.row + 1 < page.rows()) {
                    page.setContinuation(page.row + 1, false);
                }
                fill(0, page.row, isSelective);
            }
            case 2 -> fill(0, page.rows(), isSelective);
            case 3 -> page.clearHistory();
            default -> {}
        }
    }

    /** EL and DECSEL. */
    void eraseInLine(int what, boolean isSelective) {
        motion.restrictRow();
        Page page = state.page();
        switch (what) {
            case 0 -> eraseInRow(page.column, page.columns(), page.column == 0, isSelective);
            case 1 -> eraseInRow(0, page.column + 1, false, isSelective);
            case 2 -> eraseInRow(0, page.columns(), true, isSelective);
            default -> {}
        }
    }

    private void eraseInRow(int start, int end, boolean isWhole, boolean isSelective) {
        Page page = state.page();
        page.cursorRow().erase(start, end, state.eraser(), isSelective);
        if (isWhole) {
            page.setContinuation(page.row, false);
        }
    }

    private void fill(int first, int end, boolean isSelective) {
        Page page = state.page();
        for (int i = first; i < end; i++) {
            page.at(i).fill(state.eraser(), isSelective);
            page.setContinuation(i, false);
        }
    }

    void eraseCharacters(int count) {
        motion.restrict();
        Page page = state.page();
        int end = (int) Math.min((long) page.column + count, page.columns());
        page.cursorRow().erase(page.column, end, state.eraser(), false);
    }

    void insertCharacters(int count) {
        motion.restrict();
        Page page = state.page();
        page.cursorRow().insertCells(page.column, count, state.eraser());
    }

    void deleteCharacters(int count) {
        motion.restrict();
        Page page = state.page();
        page.cursorRow().deleteCells(page.column, count, state.eraser());
    }

    void insertLines(int count) {
        motion.restrict();
        Page page = state.page();
        if (page.isWithinMargins()) {
            page.shiftDown(page.row, page.bottom, count, state.eraser());
            page.column = 0;
        }
    }

    void deleteLines(int count) {
        motion.restrict();
        Page page = state.page();
        if (page.isWithinMargins()) {
            page.shiftUp(page.row, page.bottom, count, state.eraser());
            page.column = 0;
        }
    }

    /** SU: what leaves at the top margin is lost. */
    void scrollUp(int count) {
        Page page = state.page();
        page.shiftUp(page.top, page.bottom, count, state.eraser());
    }

    /** SD: the ground of what comes is plain. */
    void scrollDown(int count) {
        Page page = state.page();
        page.shiftDown(page.top, page.bottom, count, CellStyle.PLAIN);
    }

    /** SR and DECIC: pushes what is right of a column on to the right, in all rows that scroll. */
    void insertColumns(int column, int count) {
        Page page = state.page();
        if (page.isWithinMargins()) {
            for (int i = page.top; i <= page.bottom; i++) {
                page.at(i).insertCells(column, count, state.eraser());
                page.setContinuation(i, false);
            }
        }
    }

    /** SL and DECDC. */
    void deleteColumns(int column, int count) {
        Page page = state.page();
        if (page.isWithinMargins()) {
            for (int i = page.top; i <= page.bottom; i++) {
                page.at(i).deleteCells(column, count, state.eraser());
                page.setContinuation(i, false);
            }
        }
    }

    /** DECALN: a screen full of E. */
    void alignmentPattern() {
        Page page = state.page();
        motion.to(0, 0);
        for (int i = page.row; i < page.rows(); i++) {
            for (int column = 0; column < page.columns(); column++) {
                page.at(i).set(column, 'E', 1, state.pen.style(), false);
            }
            page.setContinuation(i, false);
        }
        motion.to(0, 0);
    }
}
