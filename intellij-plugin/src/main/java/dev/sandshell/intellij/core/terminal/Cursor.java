package dev.sandshell.intellij.core.terminal;

/** Where the next character goes, from 0 on, and how that is shown. In the last column it may be that the next one wraps. */
public record Cursor(int row, int column, Shape shape, boolean isBlinking, boolean isVisible) {
    /** As DECSCUSR names them. */
    public enum Shape {
        BLOCK,
        UNDERLINE,
        BAR
    }
}
