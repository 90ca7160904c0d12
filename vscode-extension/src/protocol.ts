// The wire, as the server's `sandshell schema` describes it: the same names in the same order as the Java records, units
// in the names, times in milliseconds. A test holds the two against each other. A field with a question mark may be left
// out; `null` is only where it says something. What is LSP's own is in lsp.ts.

export const protocolVersion = "1.0";

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

/** A piece of a stream, as text or as base64. */
export interface OutputChunk {
  seq: number;
  stream: "stdout" | "stderr" | "terminal";
  offset: number;
  text?: string;
  dataBase64?: string;
}

/** What this server knows of the sandbox protocol. */
export interface SandboxCapabilities {
  protocolVersion: string;
  methods: string[];
  notifications: string[];
  shells: ShellInfo[];
  features: string[];
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

/** A terminal's size in character cells. */
export interface TerminalSize {
  rows: number;
  cols: number;
}

/** What to wait for: exactly one of exit, log and port. */
export interface WaitCondition {
  exit?: boolean;
  log?: string;
  port?: number;
  host?: string;
}
