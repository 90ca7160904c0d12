package dev.sandshell.cli;

import dev.sandshell.protocol.TerminalSize;

/** The terminal that this program itself is used on. Any thread may call. */
public interface OwnTerminal {
    /** The size of its screen now. */
    TerminalSize size();

    /** From now on every key comes as it is, when it is pressed, and is not echoed; until {@link #restore}. */
    void makeRaw();

    /** Makes it what it was at first, exactly. Idempotent; may be called while the program is told to end. */
    void restore();
}
