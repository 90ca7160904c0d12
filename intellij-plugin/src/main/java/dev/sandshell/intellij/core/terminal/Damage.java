package dev.sandshell.intellij.core.terminal;

import java.util.BitSet;

/**
 * What has changed on a screen. Rows are numbered as they are after the change.
 *
 * @param scrolled by how many lines the whole screen has gone up into the history, and with it every row's picture; not more
 *     than its rows
 * @param rows those that look different, once the others have moved by {@code scrolled}
 * @param isHistoryChanged whether lines above the screen are others than before, but for those that have come
 */
public record Damage(int scrolled, BitSet rows, boolean isHistoryChanged) {
    public boolean isEmpty() {
        return scrolled == 0 && rows.isEmpty() && !isHistoryChanged;
    }
}
