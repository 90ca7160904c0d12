// What is LSP's own of the wire, as far as our server reads and writes it: the beginning, progress, and what editors without
// a plug-in are asked and told of documents. In the same form as protocol.ts, and held by the same test.

import type { SandboxCapabilities } from "./protocol.ts";

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

/** Parameters of LSP's `workspace/didChangeWorkspaceFolders`. */
export interface DidChangeWorkspaceFoldersParams {
  event: WorkspaceFoldersChangeEvent;
}

/** Parameters of LSP's `textDocument/didClose`. */
export interface DidCloseTextDocumentParams {
  textDocument: TextDocumentIdentifier;
}

/** Parameters of LSP's `textDocument/didOpen`. */
export interface DidOpenTextDocumentParams {
  textDocument: TextDocumentItem;
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

/** Parameters of `$/setTrace`. */
export interface SetTraceParams {
  value?: string;
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

/** Which folders a client has opened and closed, as LSP has it. */
export interface WorkspaceFoldersChangeEvent {
  added: WorkspaceFolder[];
  removed: WorkspaceFolder[];
}

/** Whether the server knows of several folders, and wants to be told of those that come and go, as LSP has it. */
export interface WorkspaceFoldersServerCapabilities {
  supported: boolean;
  changeNotifications: boolean;
}

/** What the server can do about a workspace, as LSP has it. */
export interface WorkspaceServerCapabilities {
  textDocumentContent: TextDocumentContentOptions;
  workspaceFolders?: WorkspaceFoldersServerCapabilities;
}
