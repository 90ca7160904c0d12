package dev.sandshell.session;

import org.jspecify.annotations.Nullable;

/**
 * Something in a session that prints and can be had to wait: a command, or the terminal outside of any.
 *
 * @param execId the command, or null where it is none
 * @param isTold whether clients are told of what it prints
 */
record OutputSource(@Nullable String execId, boolean isTold, Gate gate) {
    /** Where it is held up. Called on the session's scheduler. */
    @FunctionalInterface
    interface Gate {
        void setReading(boolean isReading);
    }
}
