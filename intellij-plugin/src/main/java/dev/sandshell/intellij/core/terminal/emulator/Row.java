package dev.sandshell.intellij.core.terminal.emulator;

import dev.sandshell.intellij.core.terminal.CellStyle;
import dev.sandshell.intellij.core.terminal.ScreenLine;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A line that can be written on. A wide character has its left half in one cell and nothing, of no width, in the next. A cell
 * that was erased holds nothing, and so does one never written, which takes no memory as long as all behind it are so too.
 */
final class Row {
    /** A cell's code point, its width above it, and flags. */
    private static final int CODE_POINT = 0x1fffff;

    private static final int WIDTH_SHIFT = 22;
    private static final int WIDTH = 3 << WIDTH_SHIFT;
    private static final int IS_CLUSTER = 1 << 24;
    private static final int IS_PROTECTED = 1 << 25;
    private static final int NOTHING = 1 << WIDTH_SHIFT;

    /** More marks than this on one character are not kept. */
    private static final int CLUSTER_BOUND = 64;

    private static final int[] NO_CELLS = {};
    private static final CellStyle[] NO_STYLES = {};

    private int[] cells = NO_CELLS;
    private CellStyle[] styles = NO_STYLES;
    /** The texts of cells that hold more than one code point. */
    private @Nullable String @Nullable [] clusters;
    /** Cells from here on hold nothing and are plain. */
    private int used;

    private int length;
    private boolean isContinuation;
    private boolean isChanged = true;
    private @Nullable ScreenLine picture;

    Row(int length) {
        this.length = length;
    }

    Row(int length, CellStyle style) {
        this(length);
        fill(style, false);
    }

    /** Whether the row above goes on here. */
    boolean isContinuation() {
        return isContinuation;
    }

    void setContinuation(boolean isOn) {
        isContinuation = isOn;
    }

    boolean isChanged() {
        return isChanged;
    }

    void setChanged(boolean isOn) {
        isChanged = isOn;
    }

    int widthAt(int column) {
        return column < used ? (cells[column] & WIDTH) >> WIDTH_SHIFT : 1;
    }

    boolean hasContentAt(int column) {
        return column < used && (cells[column] & (CODE_POINT | IS_CLUSTER)) != 0;
    }

    boolean isProtectedAt(int column) {
        return column < used && (cells[column] & IS_PROTECTED) != 0;
    }

    CellStyle styleAt(int column) {
        return column < used ? styles[column] : CellStyle.PLAIN;
    }

    /** What the cell holds; empty for nothing. */
    String textAt(int column) {
        if (!hasContentAt(column)) {
            return "";
        }
        String cluster = clusters == null || (cells[column] & IS_CLUSTER) == 0 ? null : clusters[column];
        return cluster == null ? Character.toString(cells[column] & CODE_POINT) : cluster;
    }

    void set(int column, int codePoint, int width, CellStyle style, boolean isProtected) {
        change();
        use(column + 1);
        cells[column] = codePoint | width << WIDTH_SHIFT | (isProtected ? IS_PROTECTED : 0);
        styles[column] = style;
    }

    void clear(int column, CellStyle style) {
        if (column < used || !CellStyle.PLAIN.equals(style)) {
            set(column, 0, 1, style, false);
        }
    }

    /** Adds a mark to what the cell holds. */
    void append(int column, int codePoint) {
        change();
        use(column + 1);
        String text = textAt(column);
        if (text.isEmpty()) {
            cells[column] = codePoint | NOTHING | (cells[column] & IS_PROTECTED);
        } else if (text.length() < CLUSTER_BOUND) {
            if (clusters == null || clusters.length < cells.length) {
                clusters = clusters == null ? new String[cells.length] : Arrays.copyOf(clusters, cells.length);
            }
            clusters[column] = text + Character.toString(codePoint);
            cells[column] = (cells[column] & ~CODE_POINT) | IS_CLUSTER;
        }
    }

    /** Pushes what is from a column on to the right, and out at the end. */
    void insertCells(int at, int count, CellStyle style) {
        int column = at % length;
        change();
        if (column > 0 && widthAt(column - 1) == 2) {
            clear(column - 1, style);
        }
        int inserted = Math.min(count, length - column);
        if (inserted < length - column) {
            copyFrom(this, column, column + inserted, length - column - inserted);
        }
        clear(column, column + inserted, style);
        if (column + inserted < length && widthAt(column + inserted) == 0) {
            // It was pushed away from its left half.
            clear(column + inserted, styleAt(column + inserted));
        }
        if (widthAt(length - 1) == 2) {
            clear(length - 1, style);
        }
    }

    /** Pulls what is right of the cells from a column on to the left. */
    void deleteCells(int at, int count, CellStyle style) {
        int column = at % length;
        change();
        int deleted = Math.min(count, length - column);
        copyFrom(this, column + deleted, column, length - column - deleted);
        clear(length - deleted, length, style);
        if (column > 0 && widthAt(column - 1) == 2) {
            clear(column - 1, style);
        }
        if (widthAt(column) == 0 && !hasContentAt(column)) {
            clear(column, style);
        }
    }

    /** Erases from a column up to another; what is protected stays if that is said. */
    void erase(int start, int end, CellStyle style, boolean isSelective) {
        change();
        if (start > 0 && widthAt(start - 1) == 2 && !(isSelective && isProtectedAt(start - 1))) {
            clear(start - 1, style);
        }
        if (end < length && widthAt(end - 1) == 2 && !(isSelective && isProtectedAt(end))) {
            clear(end, style);
        }
        int to = Math.min(end, length);
        if (!isSelective) {
            clear(start, to, style);
            return;
        }
        for (int column = start; column < to; column++) {
            if (!isProtectedAt(column)) {
                clear(column, style);
            }
        }
    }

    /** Erases it whole. */
    void fill(CellStyle style, boolean isSelective) {
        erase(0, length, style, isSelective);
    }

    /** Copies cells, of this row as well, where they may overlap. */
    void copyFrom(Row source, int from, int to, int count) {
        if (count <= 0) {
            return;
        }
        change();
        int written = Math.max(0, Math.min(count, source.used - from));
        if (written > 0) {
            use(to + written);
            System.arraycopy(source.cells, from, cells, to, written);
            System.arraycopy(source.styles, from, styles, to, written);
            copyClusters(source, from, to, written);
        }
        clear(to + written, to + count, CellStyle.PLAIN);
    }

    private void copyClusters(Row source, int from, int to, int count) {
        if (source.clusters == null) {
            return;
        }
        if (clusters == null || clusters.length < cells.length) {
            clusters = clusters == null ? new String[cells.length] : Arrays.copyOf(clusters, cells.length);
        }
        int known = Math.max(0, Math.min(count, source.clusters.length - from));
        System.arraycopy(source.clusters, Math.min(from, source.clusters.length), clusters, to, known);
    }

    /** What is right of the new end is lost, and of a wide character there its left half as well. */
    void resize(int columns) {
        if (columns == length) {
            return;
        }
        change();
        if (columns < length && widthAt(columns - 1) == 2) {
            clear(columns - 1, styleAt(columns - 1));
        }
        used = Math.min(used, columns);
        length = columns;
    }

    /** How many cells there are up to the last one that holds something. */
    int trimmedLength() {
        for (int column = used - 1; column >= 0; column--) {
            if (hasContentAt(column)) {
                return column + widthAt(column);
            }
        }
        return 0;
    }

    /** How it looks now. */
    ScreenLine picture(boolean isContinued) {
        if (picture == null || picture.isContinued() != isContinued) {
            picture = Pictures.of(this, used, isContinued);
        }
        return picture;
    }

    private void change() {
        isChanged = true;
        picture = null;
    }

    private void clear(int from, int to, CellStyle style) {
        if (CellStyle.PLAIN.equals(style) && to >= used) {
            used = Math.min(used, from);
            return;
        }
        use(to);
        Arrays.fill(cells, from, to, NOTHING);
        Arrays.fill(styles, from, to, style);
    }

    private void use(int count) {
        if (count <= used) {
            return;
        }
        if (count > cells.length) {
            int capacity = Math.max(count, Math.min(length, Math.max(16, cells.length * 2)));
            cells = Arrays.copyOf(cells, capacity);
            styles = Arrays.copyOf(styles, capacity);
        }
        Arrays.fill(cells, used, count, NOTHING);
        Arrays.fill(styles, used, count, CellStyle.PLAIN);
        used = count;
    }
}
