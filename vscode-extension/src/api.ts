/**
 * What Sandshell gives other extensions: `extensions.getExtension("sandshell.sandshell")?.activate()`. Copy this
 * file for its types; it needs nothing, not even `vscode`.
 */
export interface SandshellApi {
  /** Rises when something is added; what is there stays as it is. */
  readonly version: 1;

  /**
   * Runs a command in a session's shell, after those that wait there already. It is no terminal to the command, so that
   * output and errors are exact and apart; yet it shows in the session's terminal, as every command does. The shell's state
   * stays for the next: folder, variables, functions.
   *
   * A command that fails, or runs out of time, is an outcome; so is one that does not begin since its folder is not there,
   * which is what the shell's `cd` says. Rejected with a `vscode.CancellationError` where `token` was cancelled, once the
   * command has really stopped; with another error where it could not be run at all, such as without a server.
   *
   * @param command any text that the shell takes, also of many lines
   */
  exec(command: string, options?: ExecOptions): Promise<ExecOutcome>;

  /** The sessions that there are now, of all windows where the server is shared. */
  sessions(): Promise<SessionInfo[]>;

  /**
   * Tells of every command that has ended, whoever has run it: this window, another, or a person at the prompt. It starts
   * no server: before something else has, there is nothing to tell.
   */
  onDidExecute(listener: (executed: Executed) => unknown): Disposable;
}

/** All of it may be left out. */
export interface ExecOptions {
  /** The id or the name of a session, made where there is none. Without it, the window's own. */
  session?: string;
  /** An absolute folder for this command alone; without it, where the session is. */
  cwd?: string;
  /** Variables for this command alone; null unsets one. */
  env?: Record<string, string | null>;
  /** What the command reads; without it, it finds the end of its input at once. */
  stdin?: string;
  /** How long it may run, in milliseconds; then it is interrupted, and killed if need be. Without it, for ever. */
  timeoutMs?: number;
  /** How many bytes of each stream the outcome holds: 1 MiB unless said, 16 MiB at most. */
  maxOutputBytes?: number;
  /** Told of output as it comes, all of it, also what is too much for the outcome. */
  onOutput?(output: { stream: "stdout" | "stderr"; text: string }): unknown;
  /** Cancels the command. Any `vscode.CancellationToken` is one. */
  token?: CancellationToken;
}

/** How a command ended. */
export interface ExecOutcome {
  /** What the shell says, and null where it could not: never a guess. */
  exitCode: number | null;
  /** What killed the shell itself, such as `SIGKILL`; a program that a signal killed has 128 and the signal as its code. */
  signal: string | null;
  stdout: string;
  stderr: string;
  timedOut: boolean;
  /** Whether output was too much, so that of a stream only the first and the last half is here. */
  truncated: boolean;
  durationMs: number;
  /** Where the command ended, which is where the session is now, unless it was given a `cwd` of its own. */
  cwd: string;
  sessionId: string;
  /** For `commands.executeCommand("sandshell.showOutput", { execId })`. */
  execId: string;
}

export interface SessionInfo {
  id: string;
  name: string;
  /** The name or the path of its shell. */
  shell: string;
  cwd: string;
  isBusy: boolean;
  /** Whether commands of this window run there unless another is named. */
  isCurrent: boolean;
}

/** A command that has ended. */
export interface Executed {
  sessionId: string;
  execId: string;
  command: string;
  /** Where it began. */
  cwd: string;
  exitCode: number | null;
  signal: string | null;
  timedOut: boolean;
  durationMs: number;
}

/** As `vscode.CancellationToken` is. */
export interface CancellationToken {
  readonly isCancellationRequested: boolean;
  onCancellationRequested(listener: (event: unknown) => unknown): Disposable;
}

/** As `vscode.Disposable` is. */
export interface Disposable {
  dispose(): unknown;
}
