package dev.sandshell.protocol;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;

/**
 * What a client may ask for. Called on the thread that reads its messages, one after the other; implementations hand the
 * work over and return.
 */
public interface SandboxServer {
    @JsonRequest(value = "initialize", useSegment = false)
    CompletableFuture<InitializeResult> initialize(InitializeParams params);

    @JsonRequest(value = "shutdown", useSegment = false)
    CompletableFuture<Object> shutdown();

    @JsonRequest(value = "sandbox/session/create", useSegment = false)
    CompletableFuture<SessionResult> createSession(SessionCreateParams params);

    @JsonRequest(value = "sandbox/session/list", useSegment = false)
    CompletableFuture<SessionListResult> listSessions(SessionListParams params);

    @JsonRequest(value = "sandbox/session/get", useSegment = false)
    CompletableFuture<SessionResult> getSession(SessionParams params);

    @JsonRequest(value = "sandbox/session/delete", useSegment = false)
    CompletableFuture<SessionDeleteResult> deleteSession(SessionParams params);

    @JsonRequest(value = "sandbox/session/reset", useSegment = false)
    CompletableFuture<SessionResult> resetSession(SessionResetParams params);

    @JsonRequest(value = "sandbox/session/setEnv", useSegment = false)
    CompletableFuture<EmptyResult> setEnv(SessionSetEnvParams params);

    @JsonRequest(value = "sandbox/session/getEnv", useSegment = false)
    CompletableFuture<SessionGetEnvResult> getEnv(SessionGetEnvParams params);

    @JsonRequest(value = "sandbox/session/attach", useSegment = false)
    CompletableFuture<SessionAttachResult> attachSession(SessionAttachParams params);

    @JsonRequest(value = "sandbox/session/detach", useSegment = false)
    CompletableFuture<EmptyResult> detachSession(SessionParams params);

    @JsonRequest(value = "sandbox/session/input", useSegment = false)
    CompletableFuture<EmptyResult> input(SessionInputParams params);

    @JsonRequest(value = "sandbox/session/resize", useSegment = false)
    CompletableFuture<SessionResult> resize(SessionResizeParams params);

    @JsonNotification(value = "sandbox/session/ack", useSegment = false)
    void acknowledge(SessionAckParams params);

    @JsonRequest(value = "sandbox/session/history", useSegment = false)
    CompletableFuture<SessionHistoryResult> history(SessionHistoryParams params);

    @JsonRequest(value = "sandbox/session/snapshot", useSegment = false)
    CompletableFuture<SessionSnapshotResult> snapshotSession(SessionParams params);

    @JsonRequest(value = "sandbox/session/restore", useSegment = false)
    CompletableFuture<SessionResult> restoreSession(SessionRestoreParams params);

    @JsonRequest(value = "sandbox/session/fork", useSegment = false)
    CompletableFuture<SessionResult> forkSession(SessionForkParams params);

    @JsonRequest(value = "sandbox/exec", useSegment = false)
    CompletableFuture<ExecResult> exec(ExecParams params);

    @JsonRequest(value = "sandbox/exec/write", useSegment = false)
    CompletableFuture<EmptyResult> write(ExecWriteParams params);

    @JsonRequest(value = "sandbox/exec/interrupt", useSegment = false)
    CompletableFuture<ExecRunningResult> interrupt(ExecIdParams params);

    @JsonRequest(value = "sandbox/exec/kill", useSegment = false)
    CompletableFuture<ExecRunningResult> kill(ExecKillParams params);

    @JsonRequest(value = "sandbox/exec/list", useSegment = false)
    CompletableFuture<ExecListResult> listExecs(ExecListParams params);

    @JsonRequest(value = "sandbox/exec/get", useSegment = false)
    CompletableFuture<ExecGetResult> getExec(ExecIdParams params);

    @JsonRequest(value = "sandbox/exec/read", useSegment = false)
    CompletableFuture<ExecReadResult> read(ExecReadParams params);

    @JsonRequest(value = "sandbox/exec/wait", useSegment = false)
    CompletableFuture<ExecWaitResult> await(ExecWaitParams params);

    @JsonNotification(value = "textDocument/didOpen", useSegment = false)
    void openedDocument(DidOpenTextDocumentParams params);

    @JsonNotification(value = "textDocument/didChange", useSegment = false)
    void changedDocument(DidChangeTextDocumentParams params);

    @JsonNotification(value = "textDocument/didClose", useSegment = false)
    void closedDocument(DidCloseTextDocumentParams params);

    @JsonNotification(value = "workspace/didChangeWorkspaceFolders", useSegment = false)
    void changedFolders(DidChangeWorkspaceFoldersParams params);

    @JsonRequest(value = "textDocument/codeLens", useSegment = false)
    CompletableFuture<List<CodeLens>> lenses(CodeLensParams params);

    @JsonRequest(value = "textDocument/codeAction", useSegment = false)
    CompletableFuture<List<CodeAction>> codeActions(CodeActionParams params);

    @JsonRequest(value = "textDocument/completion", useSegment = false)
    CompletableFuture<CompletionList> completion(CompletionParams params);

    @JsonRequest(value = "textDocument/definition", useSegment = false)
    CompletableFuture<List<Location>> definition(DefinitionParams params);

    @JsonRequest(value = "textDocument/hover", useSegment = false)
    CompletableFuture<Hover> hover(HoverParams params);

    @JsonRequest(value = "experimental/runnables", useSegment = false)
    CompletableFuture<List<ShellRunnable>> runnables(RunnablesParams params);

    @JsonRequest(value = "workspace/executeCommand", useSegment = false)
    CompletableFuture<ExecuteCommandResult> executeCommand(ExecuteCommandParams params);

    @JsonRequest(value = "workspace/textDocumentContent", useSegment = false)
    CompletableFuture<TextDocumentContentResult> documentContent(TextDocumentContentParams params);

    @JsonNotification(value = "initialized", useSegment = false)
    void initialized(Object params);

    @JsonNotification(value = "exit", useSegment = false)
    void exit();

    @JsonNotification(value = "$/setTrace", useSegment = false)
    void setTrace(SetTraceParams params);

    @JsonNotification(value = "window/workDoneProgress/cancel", useSegment = false)
    void cancelProgress(WorkDoneProgressCancelParams params);
}
