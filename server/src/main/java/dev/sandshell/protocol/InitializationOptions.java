package dev.sandshell.protocol;

import org.jspecify.annotations.Nullable;

/**
 * What a client may ask for in {@code initialize}.
 *
 * @param terminalText whether events say what a terminal that shows the session is to be sent because of them
 */
public record InitializationOptions(
        @Nullable Boolean flowControl, @Nullable Boolean terminalText) {}
