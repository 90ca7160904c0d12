package dev.sandshell.intellij.core.terminal.view;

import dev.sandshell.intellij.core.terminal.Cell;
import dev.sandshell.intellij.core.terminal.CellStyle;
import dev.sandshell.intellij.core.terminal.Cursor;
import dev.sandshell.intellij.core.terminal.Damage;
import dev.sandshell.intellij.core.terminal.Emulator;
import dev.sandshell.intellij.core.terminal.Modes;
import dev.sandshell.intellij.core.terminal.ScreenLine;
import dev.sandshell.protocol.TerminalSize;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * An emulator without sequences: what is written are lines, each of which comes in at the bottom and is wrapped at the right
 * margin. Everything else is set from outside.
 */
final class FakeEmulator implements Emulator {
    private static final int MAX_HISTORY = 200;

    private final List<ScreenLine> lines = new ArrayList<>();
    private final BitSet damaged = new BitSet();
    private TerminalSize size;
    private long top;
    private int scrolled;
    private boolean isHistoryChanged;
    private Cursor cursor = new Cursor(0, 0, Cursor.Shape.BLOCK, false, false);
    private Modes modes = Modes.NONE;

    FakeEmulator(int rows, int columns) {
        size = new TerminalSize(rows, columns);
        for (int row = 0; row < rows; row++) {
            lines.add(ScreenLine.EMPTY);
        }
    }

    /** Cells of one style; what is beyond U+1100 is wide. */
    static List<Cell> cells(String text, CellStyle style) {
        List<Cell> cells = new ArrayList<>();
        text.codePoints().forEach(codePoint -> {
            boolean isWide = codePoint >= 0x2E80;
            cells.add(new Cell(Character.toString(codePoint), isWide ? 2 : 1, style));
            if (isWide) {
                cells.add(new Cell("", 0, style));
            }
        });
        return cells;
    }

    void put(int row, ScreenLine line) {
        lines.set(lines.size() - size.rows() + row, line);
        damaged.set(row);
    }

    void put(int row, String text) {
        put(row, new ScreenLine(cells(text, CellStyle.PLAIN), false));
    }

    void scroll(ScreenLine line) {
        lines.add(line);
        if (lines.size() > size.rows() + MAX_HISTORY) {
            lines.remove(0);
        }
        top++;
        scrolled++;
        BitSet moved = damaged.get(1, size.rows());
        damaged.clear();
        damaged.or(moved);
        damaged.set(size.rows() - 1);
    }

    void cursor(Cursor newCursor) {
        cursor = newCursor;
    }

    void modes(Modes newModes) {
        modes = newModes;
        damaged.set(0, size.rows());
    }

    void forgetHistory() {
        lines.subList(0, lines.size() - size.rows()).clear();
        isHistoryChanged = true;
    }

    @Override
    public void write(String text) {
        text.lines().forEach(line -> {
            List<Cell> cells = cells(line, CellStyle.PLAIN);
            for (int from = 0; from == 0 || from < cells.size(); from += size.cols()) {
                int to = Math.min(cells.size(), from + size.cols());
                scroll(new ScreenLine(cells.subList(from, to), to < cells.size()));
            }
        });
    }

    @Override
    public void resize(TerminalSize newSize) {
        while (lines.size() < newSize.rows()) {
            lines.add(ScreenLine.EMPTY);
        }
        size = newSize;
        isHistoryChanged = true;
        damaged.set(0, size.rows());
    }

    @Override
    public void reset() {
        forgetHistory();
    }

    @Override
    public TerminalSize size() {
        return size;
    }

    @Override
    public int historySize() {
        return modes.isAlternateScreen() ? 0 : lines.size() - size.rows();
    }

    @Override
    public long topLine() {
        return top;
    }

    @Override
    public ScreenLine line(int row) {
        return lines.get(lines.size() - size.rows() + row);
    }

    @Override
    public Cursor cursor() {
        return cursor;
    }

    @Override
    public Modes modes() {
        return modes;
    }

    @Override
    public String title() {
        return "";
    }

    @Override
    public Damage takeDamage() {
        Damage damage = new Damage(scrolled, (BitSet) damaged.clone(), isHistoryChanged);
        scrolled = 0;
        damaged.clear();
        isHistoryChanged = false;
        return damage;
    }
}
