package dev.sandshell.protocol;

import com.google.gson.JsonElement;
import org.jspecify.annotations.Nullable;

/** What we read of a client's capabilities for documents: that of diagnostics is there, or is not. */
public record TextDocumentClientCapabilities(@Nullable JsonElement publishDiagnostics) {}
