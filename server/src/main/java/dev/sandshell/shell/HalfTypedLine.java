package dev.sandshell.shell;

import java.util.List;
import java.util.Optional;

/** What the user has typed of a line that they have not ended, as the shell told at the last turn. Confined to the event loop. */
final class HalfTypedLine {
    private final LineEditor editor;
    private List<String> textAndPosition = List.of();
    private boolean mayBeThere;
    private boolean isAhead;
    private boolean isAwaited;

    HalfTypedLine(LineEditor editor) {
        this.editor = editor;
    }

    void typed(byte[] keys) {
        mayBeThere = true;
        byte last = keys.length == 0 ? 0 : keys[keys.length - 1];
        isAhead = last != '\r' && last != '\n';
    }

    /** A turn begins. Whether it is to tell of the line first. */
    boolean ask() {
        textAndPosition = List.of();
        isAwaited = mayBeThere && editor.losesLine();
        return isAwaited;
    }

    /** Whether the turn has not yet told: what breaks it off now would lose the line. */
    boolean isAwaited() {
        return isAwaited;
    }

    void told(List<String> fields) {
        textAndPosition = List.copyOf(fields);
        isAwaited = false;
    }

    /** The shell begins with a new line, which has what was typed ahead of it. */
    void begins() {
        mayBeThere = isAhead;
        isAwaited = false;
    }

    /** There is another shell, or none. */
    void isGone() {
        mayBeThere = false;
        isAhead = false;
        isAwaited = false;
    }

    /** What brings it back, once, where it has been lost with a turn that was broken off. */
    Optional<String> takeRestoring() {
        List<String> lost = textAndPosition;
        textAndPosition = List.of();
        isAwaited = false;
        return mayBeThere && lost.size() == 2
                ? Optional.of(editor.restoring(lost.get(0), lost.get(1)))
                : Optional.empty();
    }
}
