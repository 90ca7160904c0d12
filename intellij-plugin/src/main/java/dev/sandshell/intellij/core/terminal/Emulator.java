package dev.sandshell.intellij.core.terminal;

import dev.sandshell.protocol.TerminalSize;

/**
 * A terminal without a window: it is told what a program sends, and holds the screen that comes of it, with the lines that
 * have left it at the top. Not thread-safe: {@link TerminalModel} owns it and lets one thread at a time in.
 */
public interface Emulator {
    /** What the emulator says; called from within {@link #write}. */
    interface Listener {
        /** It answers a question of the program's: for the program's input, as it is. */
        void replied(String text);

        /** The program has given the terminal this title. */
        void titled(String title);

        /** The program wants to be noticed (BEL). */
        void rang();
    }

    /** Takes what a program sends; an escape sequence or a character may end in a later piece. */
    void write(String text);

    /** Makes the screen another size; lines that were wrapped flow anew. */
    void resize(TerminalSize size);

    /** Forgets everything, as a new terminal. */
    void reset();

    TerminalSize size();

    /** How many lines there are above the screen; 0 while a program has the alternate screen. */
    int historySize();

    /** A line as it is now: the screen's are 0 to rows - 1, and the one that left it last is -1. Immutable. */
    ScreenLine line(int row);

    Cursor cursor();

    Modes modes();

    /** The title that a program has given it last; empty without one. */
    String title();

    /** What has changed since this was asked last. */
    Damage takeDamage();
}
