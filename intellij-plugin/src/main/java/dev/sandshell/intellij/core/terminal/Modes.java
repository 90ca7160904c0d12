package dev.sandshell.intellij.core.terminal;

/**
 * What a program has asked of the terminal.
 *
 * @param isAlternateScreen it has a screen of its own, without history
 * @param isApplicationCursorKeys arrow keys are to be sent as SS3 sequences (DECCKM)
 * @param isApplicationKeypad the keys of the keypad as well (DECKPAM)
 * @param isBracketedPaste what is pasted is to be told from what is typed
 * @param isFocusReported it wants to know of the keyboard's coming and going
 * @param mouse which events of the mouse it wants
 * @param mouseEncoding how it wants to be told of them
 */
public record Modes(
        boolean isAlternateScreen,
        boolean isApplicationCursorKeys,
        boolean isApplicationKeypad,
        boolean isBracketedPaste,
        boolean isFocusReported,
        boolean isInsert,
        boolean isAutoWrap,
        boolean isOrigin,
        MouseTracking mouse,
        MouseEncoding mouseEncoding) {
    /** A new terminal's. */
    public static final Modes NONE =
            new Modes(false, false, false, false, false, false, true, false, MouseTracking.NONE, MouseEncoding.LEGACY);

    /** DECSET 9, 1000, 1002 and 1003. */
    public enum MouseTracking {
        NONE,
        X10,
        VT200,
        DRAG,
        ANY
    }

    /** What bytes an event becomes: those of X10, DECSET 1005, 1006, 1015. */
    public enum MouseEncoding {
        LEGACY,
        UTF8,
        SGR,
        URXVT
    }
}
