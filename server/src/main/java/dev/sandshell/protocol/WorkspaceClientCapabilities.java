package dev.sandshell.protocol;

import com.google.gson.JsonElement;
import org.jspecify.annotations.Nullable;

/**
 * What we read of a client's workspace capabilities.
 *
 * @param textDocumentContent there where it shows documents that the server has the text of
 */
public record WorkspaceClientCapabilities(
        @Nullable RefreshClientCapabilities codeLens,
        @Nullable JsonElement textDocumentContent) {}
