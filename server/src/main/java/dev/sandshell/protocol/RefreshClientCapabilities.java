package dev.sandshell.protocol;

import org.jspecify.annotations.Nullable;

/** Whether a client asks again where it is told to, as LSP has it. */
public record RefreshClientCapabilities(@Nullable Boolean refreshSupport) {}
