package dev.sandshell.intellij.core.terminal.view;

import org.jspecify.annotations.Nullable;

/** What is selected: it begins where the mouse went down and follows it, by characters, words or lines. */
final class Selection {
    /** By what it grows: with one, two, three clicks. */
    enum Unit {
        CHARACTER,
        WORD,
        LINE;

        static Unit of(int clicks) {
            return values()[Math.floorMod(clicks - 1, values().length)];
        }
    }

    private Unit unit = Unit.CHARACTER;
    private @Nullable TextRange anchor;
    private @Nullable TextRange range;

    /** Nothing where nothing is selected. */
    @Nullable
    TextRange range() {
        return range == null || range.isEmpty() ? null : range;
    }

    void clear() {
        anchor = null;
        range = null;
    }

    /**
     * Begins anew.
     *
     * @param isInRightHalf whether the place is nearer to the next character
     */
    void begin(Lines lines, Position position, boolean isInRightHalf, Unit by) {
        unit = by;
        anchor = unit(lines, position, isInRightHalf);
        range = anchor;
    }

    /** Has it reach from where it began to here. */
    void extend(Lines lines, Position position, boolean isInRightHalf) {
        if (anchor == null) {
            begin(lines, position, isInRightHalf, Unit.CHARACTER);
        } else {
            range = anchor.union(unit(lines, position, isInRightHalf));
        }
    }

    /** Everything that there is. */
    void all(Lines lines) {
        unit = Unit.LINE;
        anchor = new TextRange(new Position(lines.first(), 0), new Position(lines.end(), 0));
        range = anchor;
    }

    private TextRange unit(Lines lines, Position position, boolean isInRightHalf) {
        if (unit == Unit.CHARACTER) {
            Position edge = edge(lines, position, isInRightHalf);
            return new TextRange(edge, edge);
        }
        LogicalLine line = LogicalLine.around(lines, position.line());
        return unit == Unit.WORD
                ? WordBoundaries.around(line, position)
                : new TextRange(new Position(line.first(), 0), new Position(line.end(), 0));
    }

    /** The border between two characters that is nearest: none goes through a wide one. */
    private static Position edge(Lines lines, Position position, boolean isInRightHalf) {
        int width = lines.line(position.line()).cell(position.column()).width();
        int column = position.column();
        if (width == 1) {
            return new Position(position.line(), isInRightHalf ? column + 1 : column);
        }
        return new Position(position.line(), width == 2 ? column : column + 1);
    }
}
