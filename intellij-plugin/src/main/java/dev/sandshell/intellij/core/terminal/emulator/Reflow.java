package dev.sandshell.intellij.core.terminal.emulator;

import java.util.ArrayList;
import java.util.List;

/** Breaks wrapped lines anew where the new right margin is, and remembers where each line has gone. */
final class Reflow {
    private final int oldColumns;
    private final int columns;
    private final List<Row> flowed = new ArrayList<>();
    private final int[] places;

    /**
     * @param lines all of a page's
     * @param kept the line that is left alone, with those that it is wrapped with
     */
    Reflow(List<Row> lines, int kept, int oldColumns, int columns) {
        this.oldColumns = oldColumns;
        this.columns = columns;
        places = new int[lines.size()];
        int first = 0;
        while (first < lines.size()) {
            int end = first + 1;
            while (end < lines.size() && lines.get(end).isContinuation()) {
                end++;
            }
            int place = flowed.size();
            List<Row> wrapped = lines.subList(first, end);
            boolean isFitting = wrapped.size() == 1 && wrapped.get(0).trimmedLength() <= columns;
            boolean isKept = kept >= first && kept < end;
            if (isFitting || isKept) {
                flowed.addAll(wrapped);
            } else {
                flow(wrapped);
            }
            for (int i = first; i < end; i++) {
                places[i] = Math.min(place + i - first, flowed.size() - 1);
            }
            first = end;
        }
    }

    List<Row> lines() {
        return flowed;
    }

    /** Where a line is now that was there before. */
    int place(int line) {
        return places[Math.min(line, places.length - 1)];
    }

    private void flow(List<Row> wrapped) {
        Row target = next(wrapped.get(0).isContinuation());
        int column = 0;
        for (int i = 0; i < wrapped.size(); i++) {
            Row source = wrapped.get(i);
            int length = contentLength(wrapped, i);
            int at = 0;
            while (at < length) {
                if (column == columns) {
                    target = next(true);
                    column = 0;
                }
                int count = Math.min(length - at, columns - column);
                // A wide character is not torn at the margin.
                boolean isWideAtMargin = column + count == columns && source.widthAt(at + count - 1) == 2;
                count -= isWideAtMargin ? 1 : 0;
                target.copyFrom(source, at, column, count);
                at += count;
                column = isWideAtMargin ? columns : column + count;
            }
        }
    }

    private Row next(boolean isContinuation) {
        Row row = new Row(columns);
        row.setContinuation(isContinuation);
        flowed.add(row);
        return row;
    }

    /** How much of a row belongs to the text: all, but for the last one, and but for a cell in which a wide character had no room. */
    private int contentLength(List<Row> wrapped, int index) {
        Row row = wrapped.get(index);
        if (index == wrapped.size() - 1) {
            return row.trimmedLength();
        }
        boolean isLastEmpty = !row.hasContentAt(oldColumns - 1) && row.widthAt(oldColumns - 1) == 1;
        return isLastEmpty && wrapped.get(index + 1).widthAt(0) == 2 ? oldColumns - 1 : oldColumns;
    }
}
