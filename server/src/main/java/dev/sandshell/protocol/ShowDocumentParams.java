package dev.sandshell.protocol;

import org.jspecify.annotations.Nullable;

/** Parameters of {@code window/showDocument}. */
public record ShowDocumentParams(
        @Required String uri, @Nullable Boolean takeFocus) {}
