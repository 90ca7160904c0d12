package dev.sandshell.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The one argument of a code action's command: what is to be run or where that stands, or what is to be stopped or shown.
 *
 * @param command what is to be run; null where it is to be read in the document
 * @param line where a block of the document stands
 * @param session {@code new} for a session of its own; null for the usual one
 */
public record ActionArgument(
        @Required String uri,
        @Nullable String command,
        @Nullable Integer line,
        @Nullable Range range,
        @Nullable String session,
        @Nullable String execId) {}
