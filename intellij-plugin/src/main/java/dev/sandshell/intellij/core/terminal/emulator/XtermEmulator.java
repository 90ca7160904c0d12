package dev.sandshell.intellij.core.terminal.emulator;

import dev.sandshell.intellij.core.terminal.Cursor;
import dev.sandshell.intellij.core.terminal.Damage;
import dev.sandshell.intellij.core.terminal.Emulator;
import dev.sandshell.intellij.core.terminal.Modes;
import dev.sandshell.intellij.core.terminal.ScreenLine;
import dev.sandshell.protocol.TerminalSize;

/** An xterm, as xterm.js has it. */
public final class XtermEmulator implements Emulator {
    public static final int DEFAULT_HISTORY = 10_000;

    /** In a narrower one a wide character has no place. */
    private static final int MINIMUM_COLUMNS = 2;

    private final TerminalState state;
    private final SequenceParser parser;

    public XtermEmulator(TerminalSize size, Listener listener) {
        this(size, listener, DEFAULT_HISTORY);
    }

    /** @param historyBound how many lines are kept of those that have left the screen */
    public XtermEmulator(TerminalSize size, Listener listener, int historyBound) {
        state = new TerminalState(possible(size), historyBound, listener);
        parser = new SequenceParser(new Functions(state));
    }

    @Override
    public void write(String text) {
        parser.parse(text);
    }

    @Override
    public void resize(TerminalSize size) {
        TerminalSize possible = possible(size);
        if (!possible.equals(size())) {
            state.resize(possible.cols(), possible.rows());
        }
    }

    @Override
    public void reset() {
        parser.reset();
        state.reset();
        state.title("");
    }

    @Override
    public TerminalSize size() {
        Page page = state.page();
        return new TerminalSize(page.rows(), page.columns());
    }

    @Override
    public int historySize() {
        return state.page().history().size();
    }

    @Override
    public long topLine() {
        return state.page().topLine();
    }

    @Override
    public ScreenLine line(int row) {
        Page page = state.page();
        boolean isContinued = row + 1 < page.rows() && at(row + 1).isContinuation();
        return at(row).picture(isContinued);
    }

    private Row at(int row) {
        Page page = state.page();
        return row >= 0 ? page.at(row) : page.history().get(page.history().size() + row);
    }

    @Override
    public Cursor cursor() {
        Page page = state.page();
        return new Cursor(
                page.row,
                Math.min(page.column, page.columns() - 1),
                state.modes.cursorShape,
                state.modes.isCursorBlinking,
                state.modes.isCursorVisible);
    }

    @Override
    public Modes modes() {
        return state.modes.modes(state.isAlternate());
    }

    @Override
    public String title() {
        return state.title();
    }

    @Override
    public Damage takeDamage() {
        return state.page().takeDamage();
    }

    private static TerminalSize possible(TerminalSize size) {
        return new TerminalSize(Math.max(size.rows(), 1), Math.max(size.cols(), MINIMUM_COLUMNS));
    }
}
