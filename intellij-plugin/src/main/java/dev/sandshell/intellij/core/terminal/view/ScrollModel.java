package dev.sandshell.intellij.core.terminal.view;

import javax.swing.DefaultBoundedRangeModel;

/** What a scroll bar shows of the viewport, and how it moves it: its value is the number of lines that are above. */
final class ScrollModel extends DefaultBoundedRangeModel {
    private final transient Viewport viewport;
    private final transient Runnable whenMoved;
    private boolean isFollowing;

    ScrollModel(Viewport viewport, Runnable whenMoved) {
        this.viewport = viewport;
        this.whenMoved = whenMoved;
    }

    /** Shows where the viewport is. */
    void follow() {
        isFollowing = true;
        int all = viewport.history() + viewport.rows();
        setRangeProperties(viewport.history() - viewport.back(), viewport.rows(), 0, all, getValueIsAdjusting());
        isFollowing = false;
    }

    void scrollBy(int lines) {
        moved(viewport.scrollBackTo(viewport.back() - lines));
    }

    void toBottom() {
        moved(viewport.scrollBackTo(0));
    }

    void reveal(long line) {
        moved(viewport.reveal(line));
    }

    /** As many lines as a key for a page goes; one stays in sight. */
    int page() {
        return Math.max(1, viewport.rows() - 1);
    }

    @Override
    protected void fireStateChanged() {
        if (!isFollowing) {
            moved(viewport.scrollBackTo(viewport.history() - getValue()));
        }
        super.fireStateChanged();
    }

    private void moved(boolean isMoved) {
        if (isMoved) {
            whenMoved.run();
        }
    }
}
