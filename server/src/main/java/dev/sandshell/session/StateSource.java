package dev.sandshell.session;

import java.util.Optional;

/**
 * A shell's state as one of its snapshots has it, which is read only when somebody wants it: it may be large. Any thread
 * may read, the session's own had better not, since the state lies in a file.
 */
public interface StateSource {
    /** What it holds; nothing where a newer snapshot has taken its place, the session has ended, or it is too large. */
    Optional<ShellState> read();
}
