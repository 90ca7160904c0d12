package dev.sandshell.protocol;

import com.google.gson.JsonElement;
import org.jspecify.annotations.Nullable;

/**
 * What we read of a client's capabilities. {@code experimental} is whatever the client likes.
 *
 * @param textDocument there where the client is an editor
 */
public record ClientCapabilities(
        @Nullable WindowClientCapabilities window,
        @Nullable JsonElement experimental,
        @Nullable JsonElement textDocument,
        @Nullable WorkspaceClientCapabilities workspace,
        @Nullable GeneralClientCapabilities general) {

    /** Those of a client that speaks of sandboxes alone. */
    public ClientCapabilities(@Nullable WindowClientCapabilities window, @Nullable JsonElement experimental) {
        this(window, experimental, null, null, null);
    }
}
