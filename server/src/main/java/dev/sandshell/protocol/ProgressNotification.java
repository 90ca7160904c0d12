package dev.sandshell.protocol;

import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** {@code $/progress}. */
public record ProgressNotification(
        @Required Either<String, Integer> token, @Required Object value) {}
