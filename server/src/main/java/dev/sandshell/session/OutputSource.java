package dev.sandshell.session;

import org.jspecify.annotations.Nullable;

/**
 * Something in a session that prints and can be had to wait: a command, or the terminal outside of any. Equal to itself
 * alone. Immutable.
 */
final class OutputSource {
    /** Where it is held up. Called on the session's scheduler. */
    @FunctionalInterface
    interface Gate {
        void setReading(boolean isReading);
    }

    private final @Nullable String execId;
    private final boolean isTold;
    private final Gate gate;

    /**
     * @param execId the command, or null where it is none
     * @param isTold whether clients are told of what it prints
     */
    OutputSource(@Nullable String execId, boolean isTold, Gate gate) {
        this.execId = execId;
        this.isTold = isTold;
        this.gate = gate;
    }

    @Nullable
    String execId() {
        return execId;
    }

    boolean isTold() {
        return isTold;
    }

    Gate gate() {
        return gate;
    }
}
