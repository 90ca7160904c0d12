// The wire, as the server's `sandshell schema` describes it: the same names in the same order as the Java records, units
// in the names, times in milliseconds. A test holds the two against each other. A field with a question mark may be left
// out; `null` is only where it says something.

export const protocolVersion = "1.0";

/** The one argument of a code action's command: what is to be run or where that stands, or what is to be stopped or shown. */
export interface ActionArgument {
  uri: string;
  command?: string;
  line?: number;
  range?: Range;
  session?: string;
  execId?: string;
}

/** The command of a code action, as LSP has it. */
export interface ActionCommand {
  title: string;
  command: string;
  arguments: ActionArgument[];
}

/** What we read of a client's capabilities. `experimental` is whatever the client likes. */
export interface ClientCapabilities {
  window?: WindowClientCapabilities;
  experimental?: unknown;
  textDocument?: unknown;
  workspace?: WorkspaceClientCapabilities;
  general?: GeneralClientCapabilities;
}

/** Something that can be done with a stretch of a document, as LSP has it. */
export interface CodeAction {
  title: string;
  kind: string;
  command: ActionCommand;
}

/** What we read of the context of a question for code actions: the kinds that are wanted; null for all. */
export interface CodeActionContext {
  only?: string[];
}

/** The code actions that the server has, as LSP has it. */
export interface CodeActionOptions {
  codeActionKinds: string[];
}

/** What we read of the parameters of LSP's `textDocument/codeAction`. */
export interface CodeActionParams {
  textDocument: TextDocumentIdentifier;
  range: Range;
  context?: CodeActionContext;
}

/** Something that is offered beside a line of a document, as LSP has it. */
export interface CodeLens {
  range: Range;
  command: Command;
}

/** The lenses that the server has, as LSP has it. */
export interface CodeLensOptions {
  resolveProvider: boolean;
}

/** Parameters of LSP's `textDocument/codeLens`. */
export interface CodeLensParams {
  textDocument: TextDocumentIdentifier;
}

/** What a client does when a lens is chosen, as LSP has it: `sandbox.exec` is the client's to do. */
export interface Command {
  title: string;
  command: string;
  arguments: LensArgument[];
}

/** Something that could be typed, as LSP has it. */
export interface CompletionItem {
  label: string;
  labelDetails?: CompletionItemLabelDetails;
  kind: number;
  detail?: string;
  sortText: string;
  filterText: string;
  textEdit: TextEdit;
}

/** What is shown beside a label, as LSP has it: where it is from. */
export interface CompletionItemLabelDetails {
  description: string;
}

/** What could be typed at a place, as LSP has it. */
export interface CompletionList {
  isIncomplete: boolean;
  items: CompletionItem[];
}

/** How the server completes, as LSP has it: also when one of these is typed. */
export interface CompletionOptions {
  triggerCharacters: string[];
}

/** Parameters of LSP's `textDocument/completion`. */
export interface CompletionParams {
  textDocument: TextDocumentIdentifier;
  position: Position;
}

/** Parameters of LSP's `textDocument/definition`. */
export interface DefinitionParams {
  textDocument: TextDocumentIdentifier;
  position: Position;
}

/**
 * What a tool has said about a stretch of a document, as LSP has it. `severity` is 1 an error, 2 a warning, 3 information;
 * `code` the rule that is broken, `source` the tool.
 */
export interface Diagnostic {
  range: Range;
  severity: number;
  code?: string;
  source?: string;
  message: string;
}

/** Parameters of LSP's `textDocument/didChange`: the changes one after the other. */
export interface DidChangeTextDocumentParams {
  textDocument: VersionedTextDocumentIdentifier;
  contentChanges: TextDocumentContentChangeEvent[];
}

/** Parameters of LSP's `textDocument/didClose`. */
export interface DidCloseTextDocumentParams {
  textDocument: TextDocumentIdentifier;
}

/** Parameters of LSP's `textDocument/didOpen`. */
export interface DidOpenTextDocumentParams {
  textDocument: TextDocumentItem;
}

/** Done, and nothing to say of it. */
export type EmptyResult = Record<string, never>;

/** A command and how far it has come. `state` is queued, running, exited or closed. */
export interface Exec {
  sessionId: string;
  execId: string;
  command: string;
  cwd: string;
  state: "queued" | "running" | "exited" | "closed";
  background: boolean;
  exitCode: number | null;
  signal: string | null;
  timedOut: boolean;
  shellExited: boolean;
  stateRestored: boolean;
  stdoutBytes: number;
  stderrBytes: number;
  startedAtMs?: number;
  durationMs?: number;
}

/** `sandbox/exec/closed`: nothing of this command can come any more. */
export interface ExecClosedNotification {
  sessionId: string;
  execId: string;
  seq: number;
  terminalText?: string;
}

/** `sandbox/exec/exited`: the result without the output. */
export interface ExecExitedNotification {
  sessionId: string;
  execId: string;
  exitCode: number | null;
  signal: string | null;
  timedOut: boolean;
  shellExited: boolean;
  stateRestored: boolean;
  stdoutBytes: number;
  stderrBytes: number;
  startedAtMs: number;
  durationMs: number;
  cwd: string;
  seq: number;
  terminalText?: string;
}

/** One command. */
export interface ExecGetResult {
  exec: Exec;
}

/** Parameters of the requests that only name a command. */
export interface ExecIdParams {
  execId: string;
}

/** `sandbox/exec/inputRequired`: this command waits for input; `secret` where its terminal does not show what is typed. */
export interface ExecInputRequiredNotification {
  sessionId: string;
  execId: string;
  secret: boolean;
  seq: number;
}

/** Parameters of `sandbox/exec/kill`. */
export interface ExecKillParams {
  execId: string;
  signal?: string;
}

/** Parameters of `sandbox/exec/list`. */
export interface ExecListParams {
  sessionId?: string;
  running?: boolean;
}

/** Commands, oldest first. */
export interface ExecListResult {
  execs: Exec[];
}

/** `sandbox/exec/output`: a piece of a stream, as text or as base64. */
export interface ExecOutputNotification {
  sessionId: string;
  execId: string | null;
  seq: number;
  stream: "stdout" | "stderr" | "terminal";
  offset: number;
  text?: string;
  dataBase64?: string;
  terminalText?: string;
}

/** Parameters of `sandbox/exec`. */
export interface ExecParams {
  command: string;
  sessionId?: string;
  execId?: string;
  cwd?: string;
  env?: Record<string, string | null>;
  stdin?: string;
  openStdin?: boolean;
  tty?: boolean;
  size?: TerminalSize;
  timeoutMs?: number;
  idleTimeoutMs?: number;
  background?: boolean;
  output?: "both" | "stream" | "collect";
  mergeStderr?: boolean;
  outputBytesCap?: number;
  encoding?: "utf-8" | "base64";
  onBusy?: "queue" | "reject";
  workDoneToken?: string | number;
  partialResultToken?: string | number;
}

/** Parameters of `sandbox/exec/read`. */
export interface ExecReadParams {
  execId: string;
  afterSeq?: number;
  maxBytes?: number;
  waitMs?: number;
}

/** A part of a command's kept output; read on after `nextSeq - 1`. */
export interface ExecReadResult {
  chunks: OutputChunk[];
  nextSeq: number;
  exited: boolean;
  closed: boolean;
  truncated: boolean;
}

/** The exact outcome of a command; docs/protocol.md says when each field is null. */
export interface ExecResult {
  sessionId: string;
  execId: string;
  exitCode: number | null;
  signal: string | null;
  timedOut: boolean;
  shellExited: boolean;
  stateRestored: boolean;
  stdout?: string;
  stderr?: string;
  stdoutBase64?: string;
  stderrBase64?: string;
  stdoutBytes: number;
  stderrBytes: number;
  stdoutTruncated: boolean;
  stderrTruncated: boolean;
  startedAtMs: number;
  durationMs: number;
  cwd: string;
}

/** Whether the command was still running. */
export interface ExecRunningResult {
  running: boolean;
}

/** `sandbox/exec/started`. */
export interface ExecStartedNotification {
  sessionId: string;
  execId: string;
  command: string;
  cwd: string;
  startedAtMs: number;
  background: boolean;
  seq: number;
  terminalText?: string;
}

/** Parameters of `sandbox/exec/wait`. */
export interface ExecWaitParams {
  execId: string;
  until: WaitCondition;
  timeoutMs?: number;
}

/** What came of waiting. */
export interface ExecWaitResult {
  met: boolean;
  match?: string;
  result?: ExecResult;
}

/** Parameters of `sandbox/exec/write`. */
export interface ExecWriteParams {
  execId: string;
  text?: string;
  dataBase64?: string;
  closeStdin?: boolean;
}

/** The commands that the server does, as LSP has it. */
export interface ExecuteCommandOptions {
  commands: string[];
}

/** Parameters of LSP's `workspace/executeCommand`; what the arguments are depends on the command. */
export interface ExecuteCommandParams {
  command: string;
  arguments?: unknown[];
}

/** Answer of `workspace/executeCommand`: what it is about, as far as that is known at once. */
export interface ExecuteCommandResult {
  sessionId?: string;
  execId?: string;
}

/** The place for what is not in LSP. */
export interface ExperimentalServerCapabilities {
  sandbox: SandboxCapabilities;
  runnables: RunnablesOptions;
}

/** What we read of a client's general capabilities. */
export interface GeneralClientCapabilities {
  positionEncodings?: string[];
}

/** A command that has ended, of this server or another of the same user. `cwd` is where it began. */
export interface HistoryEntry {
  id: string;
  sessionId: string;
  command: string;
  cwd: string;
  exitCode: number | null;
  startedAtMs: number;
  durationMs: number;
}

/** What is said about a place in a document, as LSP has it. */
export interface Hover {
  contents: MarkupContent;
}

/** Parameters of LSP's `textDocument/hover`. */
export interface HoverParams {
  textDocument: TextDocumentIdentifier;
  position: Position;
}

/** What a client may ask for in `initialize`. */
export interface InitializationOptions {
  flowControl?: boolean;
  terminalText?: boolean;
  commands?: "client" | "server";
  startup?: "clean" | "user";
  output?: "first" | "always" | "never";
}

/** What we read of LSP's `initialize`; the rest is ignored. */
export interface InitializeParams {
  processId?: number;
  capabilities?: ClientCapabilities;
  initializationOptions?: InitializationOptions;
  rootUri?: string;
  workspaceFolders?: WorkspaceFolder[];
}

/** Answer of `initialize`. */
export interface InitializeResult {
  capabilities: ServerCapabilities;
  serverInfo: ServerInfo;
}

/** The one argument of a lens's command: what is to be run, and where it stands. */
export interface LensArgument {
  command: string;
  uri: string;
  line: number;
  session?: string;
  execId?: string;
}

/** A stretch of a document, as LSP has it. */
export interface Location {
  uri: string;
  range: Range;
}

/** A place in a document, as LSP has it. */
export interface LocationLink {
  targetUri: string;
  targetRange: Range;
  targetSelectionRange: Range;
}

/** A text: `kind` is plaintext or markdown. */
export interface MarkupContent {
  kind: "plaintext" | "markdown";
  value: string;
}

/** An answer that can be chosen. */
export interface MessageActionItem {
  title: string;
}

/** A piece of a stream, as text or as base64. */
export interface OutputChunk {
  seq: number;
  stream: "stdout" | "stderr" | "terminal";
  offset: number;
  text?: string;
  dataBase64?: string;
}

/** A place in a document: a line and a UTF-16 unit in it, both from 0, as LSP has it. */
export interface Position {
  line: number;
  character: number;
}

/** `$/progress`. */
export interface ProgressNotification {
  token: string | number;
  value: unknown;
}

/** Parameters of LSP's `textDocument/publishDiagnostics`: all that there are of a document now. */
/** All that is known of a document from now on, as LSP has it. */
export interface PublishDiagnosticsParams {
  uri: string;
  diagnostics: Diagnostic[];
}

/** A stretch of a document; its end is not in it, as LSP has it. */
export interface Range {
  start: Position;
  end: Position;
}

/** Whether a client asks again where it is told to, as LSP has it. */
export interface RefreshClientCapabilities {
  refreshSupport?: boolean;
}

/** The kinds of runnables that the server has, as rust-analyzer has it. */
export interface RunnablesOptions {
  kinds: string[];
}

/** Parameters of rust-analyzer's `experimental/runnables`: of a whole document, or at a place in it. */
export interface RunnablesParams {
  textDocument: TextDocumentIdentifier;
  position?: Position;
}

/** What this server knows of the sandbox protocol. */
export interface SandboxCapabilities {
  protocolVersion: string;
  methods: string[];
  notifications: string[];
  shells: ShellInfo[];
  features: string[];
}

/** What the server can do: of the core of LSP, documents and what can be run in them; the rest is beyond. */
export interface ServerCapabilities {
  experimental: ExperimentalServerCapabilities;
  positionEncoding: string;
  textDocumentSync: TextDocumentSyncOptions;
  codeLensProvider: CodeLensOptions;
  executeCommandProvider: ExecuteCommandOptions;
  codeActionProvider: CodeActionOptions;
  completionProvider: CompletionOptions;
  definitionProvider: boolean;
  hoverProvider: boolean;
  workspace: WorkspaceServerCapabilities;
}

/** Who answers. */
export interface ServerInfo {
  name: string;
  version: string;
}

/** `experimental/serverStatus`, as rust-analyzer has it. */
export interface ServerStatusNotification {
  health: "ok" | "warning" | "error";
  quiescent: boolean;
  message?: string;
}

/**
 * A live shell and what it is doing. `state` is starting, idle, busy or terminated; `lastExit` is how the shell before
 * this one ended; `stateRestored` is there where its shell takes up a session that the server before has left, and says
 * whether it has that session's state.
 */
export interface Session {
  sessionId: string;
  name: string;
  state: "starting" | "idle" | "busy" | "terminated";
  shell: string;
  pid: number;
  cwd: string;
  createdAtMs: number;
  size: TerminalSize;
  currentExecId?: string;
  queued: number;
  restarts: number;
  attachedClients: number;
  lastExit?: ShellExit;
  stateRestored?: boolean;
}

/** Parameters of `sandbox/session/ack`: how many bytes of output the client has taken since the last. */
export interface SessionAckParams {
  sessionId: string;
  bytes: number;
}

/** Parameters of `sandbox/session/attach`. */
export interface SessionAttachParams {
  sessionId: string;
  afterSeq?: number;
}

/** The session, and where its events go on for this client. */
export interface SessionAttachResult {
  session: Session;
  replayedFromSeq: number;
  truncated: boolean;
}

/** `sandbox/session/changed`. */
export interface SessionChangedNotification {
  session: Session;
}

/** Parameters of `sandbox/session/create`. */
export interface SessionCreateParams {
  sessionId?: string;
  name?: string;
  cwd?: string;
  env?: Record<string, string | null>;
  shell?: string;
  startup?: "clean" | "user";
  size?: TerminalSize;
  commandTimeoutMs?: number;
  history?: "on" | "off";
}

/** Whether there was one to delete. */
export interface SessionDeleteResult {
  existed: boolean;
}

/** Parameters of `sandbox/session/fork`. */
export interface SessionForkParams {
  sessionId: string;
  newSessionId?: string;
}

/** Parameters of `sandbox/session/getEnv`. */
export interface SessionGetEnvParams {
  sessionId: string;
  names?: string[];
}

/** Exported variables as the shell holds them. */
export interface SessionGetEnvResult {
  env: Record<string, string>;
}

/** Parameters of `sandbox/session/history`; `beforeId` is the id of an entry of an earlier answer. */
export interface SessionHistoryParams {
  sessionId?: string;
  query?: string;
  limit?: number;
  beforeId?: string;
}

/** The commands that were found, newest first. */
export interface SessionHistoryResult {
  entries: HistoryEntry[];
}

/** Parameters of `sandbox/session/input`. */
export interface SessionInputParams {
  sessionId: string;
  text?: string;
  dataBase64?: string;
}

/** Parameters of `sandbox/session/list`: none yet. */
export type SessionListParams = Record<string, never>;

/** Every session there is. */
export interface SessionListResult {
  sessions: Session[];
}

/** Parameters of the requests that only name a session. */
export interface SessionParams {
  sessionId: string;
}

/** Parameters of `sandbox/session/reset`. */
export interface SessionResetParams {
  sessionId: string;
  keepState?: boolean;
}

/** Parameters of `sandbox/session/resize`. */
export interface SessionResizeParams {
  sessionId: string;
  size: TerminalSize;
}

/** Parameters of `sandbox/session/restore`. */
export interface SessionRestoreParams {
  snapshot: string;
  sessionId?: string;
  name?: string;
}

/** One session. */
export interface SessionResult {
  session: Session;
}

/** Parameters of `sandbox/session/setEnv`; null unsets. */
export interface SessionSetEnvParams {
  sessionId: string;
  env: Record<string, string | null>;
}

/** What a session's shell knows, as text that only the server can read. */
export interface SessionSnapshotResult {
  snapshot: string;
}

/** Parameters of `$/setTrace`. */
export interface SetTraceParams {
  value?: string;
}

/** How a shell has ended: by itself, or by a signal. */
export interface ShellExit {
  exitCode: number | null;
  signal: string | null;
}

/** A shell that sessions can have. The version is empty where the shell does not say. */
export interface ShellInfo {
  name: string;
  path: string;
  version: string;
}

/** Something that a client can run by itself, as rust-analyzer has it; `kind` is shell. */
export interface ShellRunnable {
  label: string;
  location: LocationLink;
  kind: string;
  args: ShellRunnableArgs;
}

/** How a client runs something by itself: a program, its arguments and its folder. */
export interface ShellRunnableArgs {
  cwd?: string;
  program: string;
  args: string[];
}

/** Whether a client shows documents that the server asks it to, as LSP has it. */
export interface ShowDocumentClientCapabilities {
  support?: boolean;
}

/** Parameters of `window/showDocument`. */
export interface ShowDocumentParams {
  uri: string;
  takeFocus?: boolean;
}

/** Answer of `window/showDocument`. */
export interface ShowDocumentResult {
  success: boolean;
}

/** `window/showMessage`: `type` is 1 for an error, 2 for a warning, 3 for what is good to know. */
export interface ShowMessageParams {
  type: number;
  message: string;
}

/** Parameters of `window/showMessageRequest`: a message with answers to choose from. */
export interface ShowMessageRequestParams {
  type: number;
  message: string;
  actions: MessageActionItem[];
}

/** A terminal's size in character cells. */
export interface TerminalSize {
  rows: number;
  cols: number;
}

/** What comes in the place of a range, or without one of the whole text, as LSP has it. */
export interface TextDocumentContentChangeEvent {
  range?: Range;
  text: string;
}

/** The schemes of the documents that the server has the text of, as LSP has it. */
export interface TextDocumentContentOptions {
  schemes: string[];
}

/** Parameters of LSP's `workspace/textDocumentContent`, and of the request to ask for it again. */
export interface TextDocumentContentParams {
  uri: string;
}

/** Answer of `workspace/textDocumentContent`. */
export interface TextDocumentContentResult {
  text: string;
}

/** Which document is meant, as LSP has it. */
export interface TextDocumentIdentifier {
  uri: string;
}

/** A document with its text, as LSP has it. What can be run is known of `shellscript` and `markdown`. */
export interface TextDocumentItem {
  uri: string;
  languageId: string;
  version: number;
  text: string;
}

/** How the server wants to hear of documents, as LSP has it: 2 is by their changes. */
export interface TextDocumentSyncOptions {
  openClose: boolean;
  change: number;
}

/** A text that comes in the place of a stretch, as LSP has it. */
export interface TextEdit {
  range: Range;
  newText: string;
}

/** Which document is meant, and its version after what is told of it, as LSP has it. */
export interface VersionedTextDocumentIdentifier {
  uri: string;
  version: number;
}

/** What to wait for: exactly one of exit, log and port. */
export interface WaitCondition {
  exit?: boolean;
  log?: string;
  port?: number;
  host?: string;
}

/** What we read of a client's window capabilities. */
export interface WindowClientCapabilities {
  workDoneProgress?: boolean;
  showDocument?: ShowDocumentClientCapabilities;
}

/** A step of a progress: `kind` is begin, report or end. */
export interface WorkDoneProgress {
  kind: "begin" | "report" | "end";
  title?: string;
  cancellable?: boolean;
  message?: string;
  percentage?: number;
}

/** Parameters of `window/workDoneProgress/cancel`. */
export interface WorkDoneProgressCancelParams {
  token: string | number;
}

/** Parameters of `window/workDoneProgress/create`. */
export interface WorkDoneProgressCreateParams {
  token: string | number;
}

/** What we read of a client's workspace capabilities. */
export interface WorkspaceClientCapabilities {
  codeLens?: RefreshClientCapabilities;
  textDocumentContent?: unknown;
}

/** A folder that a client has open, as LSP has it. */
export interface WorkspaceFolder {
  uri: string;
  name?: string;
}

/** What the server can do about a workspace, as LSP has it. */
export interface WorkspaceServerCapabilities {
  textDocumentContent: TextDocumentContentOptions;
}
