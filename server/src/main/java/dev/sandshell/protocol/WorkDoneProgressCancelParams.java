package dev.sandshell.protocol;

import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Parameters of {@code window/workDoneProgress/cancel}. */
public record WorkDoneProgressCancelParams(@Required Either<String, Integer> token) {}
