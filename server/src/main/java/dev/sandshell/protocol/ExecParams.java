package dev.sandshell.protocol;

import java.util.Map;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code sandbox/exec}. */
public record ExecParams(
        @Required String command,
        @Nullable String sessionId,
        @Nullable String execId,
        @Nullable String cwd,
        @Nullable Map<String, @Nullable String> env,
        @Nullable String stdin,
        @Nullable Boolean openStdin,
        @Nullable Boolean tty,
        @Nullable TerminalSize size,
        @Nullable Long timeoutMs,
        @Nullable Long idleTimeoutMs,
        @Nullable Boolean background,
        @Nullable String output,
        @Nullable Boolean mergeStderr,
        @Nullable Long outputBytesCap,
        @Nullable String encoding,
        @Nullable String onBusy,
        @Nullable Either<String, Integer> workDoneToken,
        @Nullable Either<String, Integer> partialResultToken) {}
