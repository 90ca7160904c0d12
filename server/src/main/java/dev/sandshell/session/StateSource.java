package dev.sandshell.session;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A shell's state as one of its snapshots has it, which is read only when somebody wants it: it may be large. Any thread
 * may read, the session's own had better not, since the state lies in a file.
 */
public interface StateSource {
    /** Rises with each snapshot of a session: what was read of one need not be read again. 0 where it is not numbered. */
    default long number() {
        return 0;
    }

    /** Done on the session's scheduler once no newer one is on its way: a shell writes its state after it has answered. */
    default CompletableFuture<?> settled() {
        return CompletableFuture.completedFuture(null);
    }

    /** What it holds; nothing where a newer snapshot has taken its place, the session has ended, or it is too large. */
    Optional<ShellState> read();
}
