package dev.sandshell.protocol;

import org.jspecify.annotations.Nullable;

/**
 * What a client may ask for in {@code initialize}.
 *
 * @param terminalText whether events say what a terminal that shows the session is to be sent because of them
 * @param commands who does the commands of lenses: {@code client} or {@code server}
 * @param startup how the shells of folders begin that the server makes for the commands: {@code clean} or {@code user}
 * @param output when the output of commands is shown by itself: {@code first}, {@code always} or {@code never}
 */
public record InitializationOptions(
        @Nullable Boolean flowControl,
        @Nullable Boolean terminalText,
        @Nullable String commands,
        @Nullable String startup,
        @Nullable String output) {

    /** Those of a client that does commands itself. */
    public InitializationOptions(@Nullable Boolean flowControl, @Nullable Boolean terminalText) {
        this(flowControl, terminalText, null, null, null);
    }
}
