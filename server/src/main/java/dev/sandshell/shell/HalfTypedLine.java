package dev.sandshell.shell;

import java.util.List;
import java.util.Optional;

/** What the user has typed of a line that they have not ended, as the shell told at the last turn. Confined to the event loop. */
final class HalfTypedLine {
    private List<String> textAndPosition = List.of();
    private boolean mayBeThere;

    void typed() {
        mayBeThere = true;
    }

    /** Whether it is worth while to ask the shell for it. */
    boolean mayBeThere() {
        return mayBeThere;
    }

    void told(List<String> fields) {
        textAndPosition = List.copyOf(fields);
    }

    /** The shell begins with an empty line. */
    void isGone() {
        mayBeThere = false;
    }

    /** What brings it back, once, where it has been lost with a turn that was broken off. */
    Optional<String> takeRestoring(LineEditor editor) {
        List<String> lost = textAndPosition;
        textAndPosition = List.of();
        return mayBeThere && lost.size() == 2
                ? Optional.of(editor.restoring(lost.get(0), lost.get(1)))
                : Optional.empty();
    }
}
