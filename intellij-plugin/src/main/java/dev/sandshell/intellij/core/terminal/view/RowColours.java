package dev.sandshell.intellij.core.terminal.view;

import dev.sandshell.intellij.core.terminal.Cell;
import dev.sandshell.intellij.core.terminal.CellStyle;
import dev.sandshell.intellij.core.terminal.view.Highlight.Kind;
import java.awt.Color;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The colours of each cell of a row, with what is selected, found and pointed at. */
final class RowColours {
    private final int[] text;
    private final int[] ground;
    private final BitSet links = new BitSet();

    RowColours(Look look, RowPicture row, int columns) {
        text = new int[columns];
        ground = new int[columns];
        ofStyles(look, row, columns);
        for (Kind kind : Kind.values()) {
            for (Highlight highlight : row.highlights()) {
                if (highlight.kind() == kind) {
                    highlight(look.scheme(), highlight, columns);
                }
            }
        }
    }

    int text(int column) {
        return text[column];
    }

    int ground(int column) {
        return ground[column];
    }

    /** Whether a cell is part of the link under the mouse. */
    boolean isLink(int column) {
        return links.get(column);
    }

    private void ofStyles(Look look, RowPicture row, int columns) {
        CellStyle last = CellStyle.PLAIN;
        CellColours.Pair colours = look.colours().of(last);
        for (int column = 0; column < columns; column++) {
            Cell cell = row.line().cell(column);
            if (!cell.style().equals(last)) {
                last = cell.style();
                colours = look.colours().of(last);
            }
            text[column] = colours.text();
            ground[column] = colours.ground();
        }
    }

    private void highlight(TerminalColours scheme, Highlight highlight, int columns) {
        int end = Math.min(columns, highlight.end());
        for (int column = highlight.from(); column < end; column++) {
            switch (highlight.kind()) {
                case FOUND -> set(column, text[column], scheme.found());
                case FOUND_NOW -> set(column, text[column], scheme.foundNow());
                case SELECTED -> set(column, rgbOr(scheme.selectedText(), text[column]), scheme.selection());
                case LINK -> {
                    text[column] = CellColours.rgb(scheme.link());
                    links.set(column);
                }
            }
        }
    }

    private void set(int column, int newText, Color newGround) {
        text[column] = newText;
        ground[column] = CellColours.rgb(newGround);
    }

    private static int rgbOr(@Nullable Color colour, int otherwise) {
        return colour == null ? otherwise : CellColours.rgb(colour);
    }
}
