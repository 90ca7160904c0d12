package dev.sandshell.session;

import org.jspecify.annotations.Nullable;

/**
 * How a command ended, as far as anybody could tell.
 *
 * @param exitCode what the shell reported; null where it could not, never a guess
 * @param signal what killed the shell itself while it ran this; null else
 * @param shellExited whether the shell ended with it
 * @param stateRestored whether a fresh shell has the state of the one before
 */
public record ExecStatus(
        @Nullable Integer exitCode,
        @Nullable String signal,
        boolean timedOut,
        boolean shellExited,
        boolean stateRestored) {

    static final ExecStatus UNKNOWN = new ExecStatus(null, null, false, false, false);
}
