package dev.sandshell.protocol;

import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Parameters of {@code window/workDoneProgress/create}. */
public record WorkDoneProgressCreateParams(@Required Either<String, Integer> token) {}
