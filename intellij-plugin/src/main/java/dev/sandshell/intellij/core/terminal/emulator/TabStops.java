package dev.sandshell.intellij.core.terminal.emulator;

import java.util.BitSet;

/** Where tabs go to. */
final class TabStops {
    private static final int DISTANCE = 8;

    private final BitSet stops = new BitSet();

    TabStops(int columns) {
        for (int column = 0; column < columns; column += DISTANCE) {
            stops.set(column);
        }
    }

    void set(int column) {
        stops.set(column);
    }

    void clear(int column) {
        stops.clear(column);
    }

    void clearAll() {
        stops.clear();
    }

    /** Puts the usual ones where there are none yet, behind the last one before a column. */
    void extend(int from, int columns) {
        for (int column = stops.get(from) ? from : previous(from, columns); column < columns; column += DISTANCE) {
            stops.set(column);
        }
    }

    int next(int column, int columns) {
        int stop = stops.nextSetBit(column + 1);
        return stop < 0 ? columns - 1 : Math.min(stop, columns - 1);
    }

    int previous(int column, int columns) {
        int stop = column == 0 ? 0 : Math.max(stops.previousSetBit(column - 1), 0);
        return Math.min(stop, columns - 1);
    }
}
