package dev.sandshell.intellij.core.terminal.emulator;

import dev.sandshell.intellij.core.terminal.CellStyle;
import dev.sandshell.intellij.core.terminal.Emulator;
import dev.sandshell.protocol.TerminalSize;

/** All that a terminal remembers but for what it is in the middle of reading; the functions work on it. */
final class TerminalState {
    final Emulator.Listener listener;
    final Pen pen = new Pen();
    final CharacterSets characterSets = new CharacterSets();
    final ModeFlags modes = new ModeFlags();
    private final int historyBound;
    private Page main;
    private Page alternate;
    private Page page;
    private String title = "";

    TerminalState(TerminalSize size, int historyBound, Emulator.Listener listener) {
        this.historyBound = historyBound;
        this.listener = listener;
        main = new Page(size.cols(), size.rows(), historyBound, true);
        alternate = new Page(size.cols(), size.rows(), 0, false);
        page = main;
    }

    /** The screen that is shown. */
    Page page() {
        return page;
    }

    boolean isAlternate() {
        return page == alternate;
    }

    /** Shows the other screen, empty, with the cursor where it is. */
    void enterAlternate() {
        if (page == main) {
            alternate.clear(pen.eraser());
            show(alternate);
        }
    }

    void leaveAlternate() {
        if (page == alternate) {
            show(main);
        }
    }

    private void show(Page other) {
        other.column = page.column;
        other.row = page.row;
        page = other;
        page.markAllChanged();
    }

    void resize(int columns, int rows) {
        main.resize(columns, rows);
        alternate.resize(columns, rows);
    }

    /** As a new terminal, but for the title. */
    void reset() {
        int columns = page.columns();
        int rows = page.rows();
        main = new Page(columns, rows, historyBound, true);
        alternate = new Page(columns, rows, 0, false);
        page = main;
        page.markAllChanged();
        pen.clear();
        pen.link(null);
        characterSets.reset();
        modes.reset();
    }

    void saveCursor() {
        page.saved = new Page.SavedCursor(page.column, page.row, pen.save(), characterSets.current());
    }

    void restoreCursor() {
        Page.SavedCursor saved = page.saved;
        page.column = saved.column();
        page.row = saved.row();
        if (saved.pen() == null) {
            pen.clear();
        } else {
            pen.restore(saved.pen());
        }
        characterSets.restore(saved.characterSet());
    }

    String title() {
        return title;
    }

    void title(String text) {
        title = text;
        listener.titled(text);
    }

    /** How a cell looks that is erased now. */
    CellStyle eraser() {
        return pen.eraser();
    }
}
