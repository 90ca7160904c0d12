package dev.sandshell.protocol;

import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;

/**
 * What a server tells, and asks of, its client. Called on the thread that reads the server's messages; what a client has
 * no use for it leaves as it is here.
 */
public interface SandboxClient {
    @JsonNotification(value = "sandbox/exec/started", useSegment = false)
    default void execStarted(ExecStartedNotification params) {}

    @JsonNotification(value = "sandbox/exec/output", useSegment = false)
    default void execOutput(ExecOutputNotification params) {}

    @JsonNotification(value = "sandbox/exec/inputRequired", useSegment = false)
    default void execInputRequired(ExecInputRequiredNotification params) {}

    @JsonNotification(value = "sandbox/exec/exited", useSegment = false)
    default void execExited(ExecExitedNotification params) {}

    @JsonNotification(value = "sandbox/exec/closed", useSegment = false)
    default void execClosed(ExecClosedNotification params) {}

    @JsonNotification(value = "sandbox/session/changed", useSegment = false)
    default void sessionChanged(SessionChangedNotification params) {}

    @JsonNotification(value = "textDocument/publishDiagnostics", useSegment = false)
    default void publishDiagnostics(PublishDiagnosticsParams params) {}

    @JsonNotification(value = "$/progress", useSegment = false)
    default void progress(ProgressNotification params) {}

    @JsonRequest(value = "window/workDoneProgress/create", useSegment = false)
    default CompletableFuture<Object> createProgress(WorkDoneProgressCreateParams params) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("no progress was asked for"));
    }
}
