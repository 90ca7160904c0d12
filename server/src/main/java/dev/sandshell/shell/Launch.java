package dev.sandshell.shell;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.jspecify.annotations.Nullable;

/**
 * How a shell is started for a channel. Immutable; any thread may call.
 *
 * @param arguments what comes after its path
 * @param variables what its environment has beside the session's
 * @param input the file that is its standard input while its standard error goes nowhere; where there is none, both are
 *     its terminal
 */
record Launch(
        ImmutableList<String> arguments,
        ImmutableMap<String, String> variables,
        @Nullable String input) {
    /** On its terminal. */
    Launch(ImmutableList<String> arguments, ImmutableMap<String, String> variables) {
        this(arguments, variables, null);
    }
}
