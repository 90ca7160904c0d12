package dev.sandshell.cli;

import com.google.common.collect.ImmutableMap;
import dev.sandshell.protocol.TerminalSize;

/** The terminal that this program itself is used on. Any thread may call. */
public interface OwnTerminal {
    /** The size of its screen now. */
    TerminalSize size();

    /** The variables by which programs know what kind of terminal it is; those that say something. */
    ImmutableMap<String, String> kind();

    /** From now on every key comes as it is, when it is pressed, and is not echoed; until {@link #restore}. */
    void makeRaw();

    /** Makes it what it was at first, exactly. Idempotent; may be called while the program is told to end. */
    void restore();
}
