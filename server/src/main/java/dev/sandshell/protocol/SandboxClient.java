package dev.sandshell.protocol;

import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;

/** What a server tells, and asks of, its client. Called on the thread that reads the server's messages. */
public interface SandboxClient {
    @JsonNotification(value = "sandbox/exec/started", useSegment = false)
    void execStarted(ExecStartedNotification params);

    @JsonNotification(value = "sandbox/exec/output", useSegment = false)
    void execOutput(ExecOutputNotification params);

    @JsonNotification(value = "sandbox/exec/inputRequired", useSegment = false)
    void execInputRequired(ExecInputRequiredNotification params);

    @JsonNotification(value = "sandbox/exec/exited", useSegment = false)
    void execExited(ExecExitedNotification params);

    @JsonNotification(value = "sandbox/exec/closed", useSegment = false)
    void execClosed(ExecClosedNotification params);

    @JsonNotification(value = "sandbox/session/changed", useSegment = false)
    void sessionChanged(SessionChangedNotification params);

    @JsonNotification(value = "$/progress", useSegment = false)
    void progress(ProgressNotification params);

    @JsonRequest(value = "window/workDoneProgress/create", useSegment = false)
    CompletableFuture<Object> createProgress(WorkDoneProgressCreateParams params);
}
