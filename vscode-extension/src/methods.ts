// What can be asked and told, by which side: a test holds it against the server's `sandshell schema`.

import type {
  CodeAction,
  CodeActionParams,
  CodeLens,
  CodeLensParams,
  CompletionList,
  CompletionParams,
  DefinitionParams,
  DidChangeTextDocumentParams,
  DidChangeWorkspaceFoldersParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  ExecuteCommandParams,
  ExecuteCommandResult,
  Hover,
  HoverParams,
  InitializeParams,
  InitializeResult,
  Location,
  MessageActionItem,
  ProgressNotification,
  PublishDiagnosticsParams,
  RunnablesParams,
  ServerStatusNotification,
  SetTraceParams,
  ShellRunnable,
  ShowDocumentParams,
  ShowDocumentResult,
  ShowMessageParams,
  ShowMessageRequestParams,
  TextDocumentContentParams,
  TextDocumentContentResult,
  WorkDoneProgressCancelParams,
  WorkDoneProgressCreateParams,
} from "./lsp.ts";
import type {
  EmptyResult,
  ExecClosedNotification,
  ExecExitedNotification,
  ExecGetResult,
  ExecIdParams,
  ExecInputRequiredNotification,
  ExecKillParams,
  ExecListParams,
  ExecListResult,
  ExecOutputNotification,
  ExecParams,
  ExecReadParams,
  ExecReadResult,
  ExecResult,
  ExecRunningResult,
  ExecStartedNotification,
  ExecWaitParams,
  ExecWaitResult,
  ExecWriteParams,
  SessionAckParams,
  SessionAttachParams,
  SessionAttachResult,
  SessionChangedNotification,
  SessionCreateParams,
  SessionDeleteResult,
  SessionForkParams,
  SessionGetEnvParams,
  SessionGetEnvResult,
  SessionHistoryParams,
  SessionHistoryResult,
  SessionInputParams,
  SessionListParams,
  SessionListResult,
  SessionParams,
  SessionResetParams,
  SessionResizeParams,
  SessionRestoreParams,
  SessionResult,
  SessionSetEnvParams,
  SessionSnapshotResult,
} from "./protocol.ts";

/** What a client may ask for. */
export interface ClientRequests {
  "experimental/runnables": { params: RunnablesParams; result: ShellRunnable[] };
  initialize: { params: InitializeParams; result: InitializeResult };
  "sandbox/exec": { params: ExecParams; result: ExecResult };
  "sandbox/exec/get": { params: ExecIdParams; result: ExecGetResult };
  "sandbox/exec/interrupt": { params: ExecIdParams; result: ExecRunningResult };
  "sandbox/exec/kill": { params: ExecKillParams; result: ExecRunningResult };
  "sandbox/exec/list": { params: ExecListParams; result: ExecListResult };
  "sandbox/exec/read": { params: ExecReadParams; result: ExecReadResult };
  "sandbox/exec/wait": { params: ExecWaitParams; result: ExecWaitResult };
  "sandbox/exec/write": { params: ExecWriteParams; result: EmptyResult };
  "sandbox/session/attach": { params: SessionAttachParams; result: SessionAttachResult };
  "sandbox/session/create": { params: SessionCreateParams; result: SessionResult };
  "sandbox/session/delete": { params: SessionParams; result: SessionDeleteResult };
  "sandbox/session/detach": { params: SessionParams; result: EmptyResult };
  "sandbox/session/fork": { params: SessionForkParams; result: SessionResult };
  "sandbox/session/get": { params: SessionParams; result: SessionResult };
  "sandbox/session/getEnv": { params: SessionGetEnvParams; result: SessionGetEnvResult };
  "sandbox/session/history": { params: SessionHistoryParams; result: SessionHistoryResult };
  "sandbox/session/input": { params: SessionInputParams; result: EmptyResult };
  "sandbox/session/list": { params: SessionListParams; result: SessionListResult };
  "sandbox/session/reset": { params: SessionResetParams; result: SessionResult };
  "sandbox/session/resize": { params: SessionResizeParams; result: SessionResult };
  "sandbox/session/restore": { params: SessionRestoreParams; result: SessionResult };
  "sandbox/session/setEnv": { params: SessionSetEnvParams; result: EmptyResult };
  "sandbox/session/snapshot": { params: SessionParams; result: SessionSnapshotResult };
  shutdown: { params: undefined; result: unknown };
  "textDocument/codeAction": { params: CodeActionParams; result: CodeAction[] };
  "textDocument/codeLens": { params: CodeLensParams; result: CodeLens[] };
  "textDocument/completion": { params: CompletionParams; result: CompletionList };
  "textDocument/definition": { params: DefinitionParams; result: Location[] };
  "textDocument/hover": { params: HoverParams; result: Hover };
  "workspace/executeCommand": { params: ExecuteCommandParams; result: ExecuteCommandResult };
  "workspace/textDocumentContent": { params: TextDocumentContentParams; result: TextDocumentContentResult };
}

/** What the server may ask for. */
export interface ServerRequests {
  "window/showDocument": { params: ShowDocumentParams; result: ShowDocumentResult };
  "window/showMessageRequest": { params: ShowMessageRequestParams; result: MessageActionItem };
  "window/workDoneProgress/create": { params: WorkDoneProgressCreateParams; result: unknown };
  "workspace/codeLens/refresh": { params: unknown; result: unknown };
  "workspace/textDocumentContent/refresh": { params: TextDocumentContentParams; result: unknown };
}

/** What a client may tell. */
export interface ClientNotifications {
  "$/setTrace": SetTraceParams;
  exit: undefined;
  initialized: unknown;
  "sandbox/session/ack": SessionAckParams;
  "textDocument/didChange": DidChangeTextDocumentParams;
  "textDocument/didClose": DidCloseTextDocumentParams;
  "textDocument/didOpen": DidOpenTextDocumentParams;
  "window/workDoneProgress/cancel": WorkDoneProgressCancelParams;
  "workspace/didChangeWorkspaceFolders": DidChangeWorkspaceFoldersParams;
}

/** What the server tells. */
export interface ServerNotifications {
  "$/progress": ProgressNotification;
  "experimental/serverStatus": ServerStatusNotification;
  "sandbox/exec/closed": ExecClosedNotification;
  "sandbox/exec/exited": ExecExitedNotification;
  "sandbox/exec/inputRequired": ExecInputRequiredNotification;
  "sandbox/exec/output": ExecOutputNotification;
  "sandbox/exec/started": ExecStartedNotification;
  "sandbox/session/changed": SessionChangedNotification;
  "textDocument/publishDiagnostics": PublishDiagnosticsParams;
  "window/showMessage": ShowMessageParams;
}
