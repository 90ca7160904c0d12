package dev.sandshell.intellij.core.terminal;

/**
 * One cell of a screen.
 *
 * @param text what is seen there, with the marks that combine with it; a blank where nothing is, and nothing at all in the
 *     right half of a wide character
 * @param width 2 for the left half of a wide character, 0 for the right half, otherwise 1
 */
public record Cell(String text, int width, CellStyle style) {
    public static final Cell BLANK = new Cell(" ", 1, CellStyle.PLAIN);
}
