package dev.sandshell.session;

import org.jspecify.annotations.Nullable;

/**
 * What a session remembers of its shells: how often a fresh one has taken over, how the last one ended, and what came
 * along of its state. Confined to the session's scheduler.
 */
final class ShellPast {
    private int restarts;
    private @Nullable ShellEnd lastEnd;
    private @Nullable Boolean isFromStore;
    private boolean awaitsFirst;
    private boolean isNews;

    /** Of a session that begins. */
    ShellPast() {}

    /** Of a session that was kept: its first shell is one that takes over already, and is counted among those. */
    ShellPast(KeptSession kept) {
        restarts = kept.restarts();
        isFromStore = kept.spec().state() != null;
        awaitsFirst = true;
    }

    int restarts() {
        return restarts;
    }

    @Nullable
    ShellEnd lastEnd() {
        return lastEnd;
    }

    /** Whether the shell of now has, or will have, the state that was kept; null where it has not to do with that. */
    @Nullable
    Boolean isFromStore() {
        return isFromStore;
    }

    /** Whether the session was kept, and its shell has still to be ready for the first time. */
    boolean awaitsFirst() {
        return awaitsFirst;
    }

    void ended(ShellEnd end) {
        lastEnd = end;
    }

    void restarting() {
        if (!awaitsFirst) {
            restarts++;
            isFromStore = null;
        }
    }

    /**
     * A shell is ready.
     *
     * @param isTold whether the next command says that the state was restored
     */
    void ready(boolean stateRestored, boolean isTold) {
        if (awaitsFirst) {
            awaitsFirst = false;
            isFromStore = stateRestored;
        }
        isNews = stateRestored && isTold;
    }

    /** Whether this is the first command since the state was restored; asking takes the mark away. */
    boolean takeRestoredMark() {
        boolean mark = isNews;
        isNews = false;
        return mark;
    }
}
