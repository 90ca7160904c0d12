package dev.sandshell.shell;

import dev.sandshell.policy.RefusedException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The key that has a shell run the file of a turn, typed for it. Confined to the event loop. */
final class TurnKey {
    private static final Logger LOG = Logger.getLogger(TurnKey.class.getName());

    /** A shell that does not hear after so many keys has lost the means. */
    private static final int MAX_PRESSED = 5;

    /** Ctrl-D. */
    private static final byte END_OF_INPUT = 4;

    private final SessionTerminal keyboard;
    private int pressed;

    TurnKey(SessionTerminal keyboard) {
        this.keyboard = keyboard;
    }

    /** Another turn is to begin. */
    void turnBegins() {
        pressed = 1;
    }

    /**
     * Types it.
     *
     * @param endsInput whether the terminal collects lines, and hands out what it has at the end of input
     */
    void press(boolean endsInput) {
        byte[] keys = endsInput ? new byte[] {LineEditor.KEY, END_OF_INPUT} : new byte[] {LineEditor.KEY};
        try {
            keyboard.type(keys);
        } catch (RefusedException isFull) {
            // It is typed again when the shell has read some of what waits.
            LOG.log(Level.FINE, "the key could not be typed", isFull);
        }
    }

    /** Whether it may be typed for this turn once more. */
    boolean mayBePressedAgain() {
        return ++pressed <= MAX_PRESSED;
    }
}
