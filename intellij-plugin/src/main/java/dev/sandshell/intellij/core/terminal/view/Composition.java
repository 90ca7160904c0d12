package dev.sandshell.intellij.core.terminal.view;

import dev.sandshell.intellij.core.terminal.Cell;
import dev.sandshell.intellij.core.terminal.CellStyle;
import dev.sandshell.intellij.core.terminal.CellStyle.Attribute;
import dev.sandshell.intellij.core.terminal.ScreenLine;
import dev.sandshell.intellij.core.terminal.TerminalColour;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A text that an input method is still at work on: seen at the cursor, underlined, and not yet typed. */
record Composition(String text) {
    static final Composition NONE = new Composition("");

    private static final CellStyle STYLE = new CellStyle(
            TerminalColour.Default.COLOUR, TerminalColour.Default.COLOUR, Set.of(Attribute.UNDERLINE), null);

    boolean isNone() {
        return text.isEmpty();
    }

    /** The line as it looks with the text over it, as far as there is room. */
    ScreenLine over(ScreenLine line, int column, int columns) {
        List<Cell> cells = new ArrayList<>();
        for (int before = 0; before < column; before++) {
            cells.add(line.cell(before));
        }
        text.codePoints().filter(codePoint -> !isMark(codePoint)).forEach(codePoint -> {
            int width = isWide(codePoint) ? 2 : 1;
            if (cells.size() + width <= columns) {
                cells.add(new Cell(Character.toString(codePoint), width, STYLE));
                if (width == 2) {
                    cells.add(new Cell("", 0, STYLE));
                }
            }
        });
        for (int after = cells.size(); after < line.cells().size(); after++) {
            cells.add(line.cell(after));
        }
        return new ScreenLine(cells, line.isContinued());
    }

    private static boolean isMark(int codePoint) {
        return Character.getType(codePoint) == Character.NON_SPACING_MARK;
    }

    /** Those scripts that are written with input methods. */
    private static boolean isWide(int codePoint) {
        UnicodeScript script = UnicodeScript.of(codePoint);
        return script == UnicodeScript.HAN
                || script == UnicodeScript.HIRAGANA
                || script == UnicodeScript.KATAKANA
                || script == UnicodeScript.HANGUL
                || script == UnicodeScript.BOPOMOFO
                || (codePoint >= 0x3000 && codePoint <= 0x303F)
                || (codePoint >= 0xFF01 && codePoint <= 0xFF60);
    }
}
