import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** How a process has ended: by itself, or by a signal. */
export interface ProcessEnd {
  exitCode: number | null;
  signal: NodeJS.Signals | null;
}

export interface ProcessOptions {
  env?: NodeJS.ProcessEnv;
  /** Gets each line that the server writes on its standard error. */
  onLog?: (line: string) => void;
}

/** What is kept of the log, for whoever has to explain why the server is gone. */
const keptLog = 100_000;

/**
 * The server as a child process that speaks on its standard input and output. It also ends by itself when its input
 * does, and with the process that `initialize` names.
 */
export class ServerProcess {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #ended: Promise<ProcessEnd>;
  #log = "";

  private constructor(child: ChildProcessWithoutNullStreams, onLog?: (line: string) => void) {
    this.#child = child;
    // All of its streams have ended too by then, so that the log is whole.
    this.#ended = once(child, "close").then(([exitCode, signal]) => ({ exitCode, signal }));
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      this.#log = (this.#log + text).slice(-keptLog);
    });
    if (onLog !== undefined) {
      createInterface({ input: child.stderr }).on("line", onLog);
    }
    // A server that has ended takes no more input: whoever waits for an answer is told by the end of its output.
    child.stdin.on("error", () => {});
  }

  /** Starts it; rejected where there is no such program. */
  static async start(command: readonly string[], options: ProcessOptions = {}): Promise<ServerProcess> {
    const [program = "", ...args] = command;
    const child = spawn(program, args, { env: options.env ?? process.env, stdio: "pipe" });
    await once(child, "spawn");
    return new ServerProcess(child, options.onLog);
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get input() {
    return this.#child.stdin;
  }

  get output() {
    return this.#child.stdout;
  }

  /** The end of what it has written on its standard error so far. */
  get log(): string {
    return this.#log;
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** When it has ended, and all that it wrote has come. */
  get ended(): Promise<ProcessEnd> {
    return this.#ended;
  }

  /** By force: it cannot clear away what it has started, which its guardian then does. */
  kill(): void {
    this.#child.kill("SIGKILL");
  }
}
