package dev.sandshell.intellij.core.terminal.emulator;

import java.util.ArrayList;
import java.util.List;

/** The rows that have left the screen at its top, the oldest of which goes when there is no room. */
final class History {
    private final int bound;
    private Row[] ring = {};
    private int first;
    private int size;

    History(int bound) {
        this.bound = bound;
    }

    int size() {
        return size;
    }

    int bound() {
        return bound;
    }

    /** From 0, the oldest, on. */
    Row get(int index) {
        return ring[(first + index) % ring.length];
    }

    void add(Row row) {
        if (bound == 0) {
            return;
        }
        if (size == ring.length && size < bound) {
            grow();
        }
        ring[(first + size) % ring.length] = row;
        if (size < bound) {
            size++;
        } else {
            first = (first + 1) % ring.length;
        }
    }

    void clear() {
        ring = new Row[0];
        first = 0;
        size = 0;
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            rows.add(get(i));
        }
        return rows;
    }

    private void grow() {
        Row[] larger = new Row[Math.min(bound, Math.max(64, ring.length * 2))];
        for (int i = 0; i < size; i++) {
            larger[i] = get(i);
        }
        ring = larger;
        first = 0;
    }
}
