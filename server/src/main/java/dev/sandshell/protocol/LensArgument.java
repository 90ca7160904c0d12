package dev.sandshell.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The one argument of a lens's command: what is to be run, and where it stands.
 *
 * @param session {@code new} for a session of its own; null for the usual one
 * @param execId what has run there, or runs, where the lens is about that
 */
public record LensArgument(
        @Required String command,
        @Required String uri,
        int line,
        @Nullable String session,
        @Nullable String execId) {

    /** What is run in the usual session. */
    public LensArgument(String command, String uri, int line) {
        this(command, uri, line, null, null);
    }
}
