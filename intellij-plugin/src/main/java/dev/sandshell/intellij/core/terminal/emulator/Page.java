package dev.sandshell.intellij.core.terminal.emulator;

import dev.sandshell.intellij.core.terminal.CellStyle;
import dev.sandshell.intellij.core.terminal.Damage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of a terminal's two screens: its rows, and all that belongs to them, which is the cursor, the margins, the tab stops and
 * what has left it at the top. Rows and columns count from 0. The cursor is in the column behind the last one when the last
 * one was written and the next character wraps.
 */
final class Page {
    /** A cursor as it was once. */
    record SavedCursor(
            int column,
            int row,
            Pen.@Nullable Saved pen,
            @Nullable String characterSet) {
        static final SavedCursor NONE = new SavedCursor(0, 0, null, null);
    }

    int column;
    int row;
    /** The rows that scroll, both included. */
    int top;

    int bottom;
    SavedCursor saved = SavedCursor.NONE;

    private final History history;
    private final boolean isFlowing;
    private Row[] rows;
    private int columns;
    private TabStops tabs;
    private int scrolled;
    /** How many lines have gone up since it was made; once they have flowed anew, how many there are above. */
    private long topLine;

    private boolean isHistoryChanged;

    /**
     * @param historyBound how many lines are kept above it
     * @param isFlowing whether lines that were wrapped flow anew when it becomes wider or narrower
     */
    Page(int columns, int rows, int historyBound, boolean isFlowing) {
        this.columns = columns;
        this.rows = new Row[rows];
        this.isFlowing = isFlowing;
        history = new History(historyBound);
        bottom = rows - 1;
        tabs = new TabStops(columns);
        fill(CellStyle.PLAIN);
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows.length;
    }

    Row at(int row) {
        return rows[row];
    }

    Row cursorRow() {
        return rows[row];
    }

    History history() {
        return history;
    }

    TabStops tabs() {
        return tabs;
    }

    boolean isWithinMargins() {
        return row >= top && row <= bottom;
    }

    /** As new: nothing on it, the cursor at home, no margins. The saved cursor stays. */
    void clear(CellStyle style) {
        column = 0;
        row = 0;
        top = 0;
        bottom = rows.length - 1;
        tabs = new TabStops(columns);
        fill(style);
    }

    private void fill(CellStyle style) {
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Row(columns, style);
        }
    }

    /** Says whether a row goes on from the one above; that one looks otherwise then, to those who copy lines. */
    void setContinuation(int at, boolean isOn) {
        if (rows[at].isContinuation() != isOn) {
            rows[at].setContinuation(isOn);
            markChanged(at - 1, at - 1);
        }
    }

    /**
     * Makes room at the bottom margin. What leaves it at the top goes into the history, if the margin there is the screen's
     * edge.
     */
    void scroll(CellStyle style, boolean isContinuation) {
        Row blank = new Row(columns, style);
        blank.setContinuation(isContinuation);
        if (top > 0 || history.bound() == 0) {
            shiftUp(top, bottom, 1, style);
            rows[bottom] = blank;
            return;
        }
        history.add(rows[0]);
        System.arraycopy(rows, 1, rows, 0, bottom);
        rows[bottom] = blank;
        markChanged(bottom - 1, bottom - 1);
        markChanged(bottom + 1, rows.length - 1);
        scrolled++;
        topLine++;
    }

    /** Moves rows up; what leaves at the first one is lost. */
    void shiftUp(int first, int last, int by, CellStyle style) {
        int count = Math.min(by, last - first + 1);
        System.arraycopy(rows, first + count, rows, first, last - first + 1 - count);
        for (int i = last - count + 1; i <= last; i++) {
            rows[i] = new Row(columns, style);
        }
        markChanged(first - 1, last);
    }

    /** Moves rows down; what leaves at the last one is lost. */
    void shiftDown(int first, int last, int by, CellStyle style) {
        int count = Math.min(by, last - first + 1);
        System.arraycopy(rows, first, rows, first + count, last - first + 1 - count);
        for (int i = first; i < first + count; i++) {
            rows[i] = new Row(columns, style);
        }
        markChanged(first - 1, last);
    }

    long topLine() {
        return topLine;
    }

    void clearHistory() {
        isHistoryChanged |= history.size() > 0;
        history.clear();
    }

    void resize(int newColumns, int newRows) {
        List<Row> lines = new ArrayList<>(history.rows());
        lines.addAll(List.of(rows));
        Resizing resizing = new Resizing(this, lines, isFlowing, newColumns, newRows);
        resizing.run();
        columns = newColumns;
        rows = resizing.screen();
        history.clear();
        resizing.above().forEach(history::add);
        topLine = history.size();
        top = 0;
        bottom = newRows - 1;
        tabs.extend(newColumns, newColumns);
        markAllChanged();
    }

    private void markChanged(int first, int last) {
        for (int i = Math.max(first, 0); i <= last; i++) {
            rows[i].setChanged(true);
        }
    }

    /** Whoever has seen it last has seen something else. */
    void markAllChanged() {
        markChanged(0, rows.length - 1);
        isHistoryChanged = true;
        scrolled = 0;
    }

    /** What has changed since this was asked last. */
    Damage takeDamage() {
        BitSet changed = new BitSet(rows.length);
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].isChanged()) {
                changed.set(i);
                rows[i].setChanged(false);
            }
        }
        Damage damage = new Damage(scrolled, changed, isHistoryChanged);
        scrolled = 0;
        isHistoryChanged = false;
        return damage;
    }
}
