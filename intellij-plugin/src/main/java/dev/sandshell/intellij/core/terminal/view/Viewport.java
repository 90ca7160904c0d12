package dev.sandshell.intellij.core.terminal.view;

/**
 * Which lines are seen: those at the bottom, or, scrolled back, always the same however many come. As long as it is at the
 * bottom it stays there.
 */
final class Viewport {
    private long top;
    private int history;
    private int rows;
    private int back;

    /** Takes over where the screen is now. */
    void follow(long newTop, int newHistory, int newRows) {
        long scrolled = newTop - top;
        top = newTop;
        history = newHistory;
        rows = newRows;
        back = back == 0 ? 0 : (int) Math.max(0, Math.min(history, back + scrolled));
    }

    /** The number of the first line that is seen. */
    long first() {
        return top - back;
    }

    /** By how many lines it is scrolled back. */
    int back() {
        return back;
    }

    int history() {
        return history;
    }

    int rows() {
        return rows;
    }

    /** Whether it moved. */
    boolean scrollBackTo(int lines) {
        int before = back;
        back = Math.max(0, Math.min(history, lines));
        return back != before;
    }

    /** Brings a line into sight, in the middle if it was not; whether it moved. */
    boolean reveal(long line) {
        boolean isSeen = first() <= line && line < first() + rows;
        return !isSeen && scrollBackTo((int) Math.max(0, Math.min(history, top - line + rows / 2)));
    }
}
