package dev.sandshell.protocol;

import com.google.gson.JsonElement;
import org.jspecify.annotations.Nullable;

/** What we read of a client's capabilities. {@code experimental} is whatever the client likes. */
public record ClientCapabilities(
        @Nullable WindowClientCapabilities window,
        @Nullable JsonElement experimental,
        @Nullable TextDocumentClientCapabilities textDocument) {}
