import type { Connection } from "../connection.ts";
import { isConnectionLost } from "../connectionLost.ts";
import { type Disposable, Emitter, type Event } from "../emitter.ts";
import type { InitializeResult } from "../lsp.ts";
import { ServerProcess } from "../serverProcess.ts";
import { RestartBudget } from "./restartBudget.ts";

/** A connection that has been opened, and what the server has said of itself. */
export interface Opened {
  connection: Connection;
  server: InitializeResult;
}

/** What is told of the server's life, for whoever keeps a log. */
export interface ServerLog {
  info(line: string): void;
  warn(line: string): void;
  /** A line that the server itself has logged. */
  server(line: string): void;
}

/** The words that start the server; rejected where they cannot be known, such as without Java. */
export type ServerCommand = () => Promise<readonly string[]>;

/**
 * Keeps a connection to the server: starts it when it is first asked for, and again when it has ended without being told
 * to, as often as the budget allows. Who asks while it starts waits for the same start.
 */
export class ServerSupervisor implements Disposable {
  readonly #command: ServerCommand;
  readonly #log: ServerLog;
  readonly #budget: RestartBudget;
  readonly #opened = new Emitter<Opened>();
  readonly #lost = new Emitter<{ reason: string; isFinal: boolean }>();
  #current: Promise<Opened> | undefined;
  #process: ServerProcess | undefined;
  #isDisposed = false;

  constructor(command: ServerCommand, log: ServerLog, budget = new RestartBudget()) {
    this.#command = command;
    this.#log = log;
    this.#budget = budget;
  }

  /** Told before anything else is asked of a new connection. */
  get onOpened(): Event<Opened> {
    return this.#opened.event;
  }

  /** A connection is gone; `isFinal` where no other is made before somebody asks for it. */
  get onLost(): Event<{ reason: string; isFinal: boolean }> {
    return this.#lost.event;
  }

  get isOpen(): boolean {
    return this.#process?.isRunning ?? false;
  }

  /** The connection, made where there is none. */
  open(): Promise<Opened> {
    if (this.#isDisposed) {
      return Promise.reject(new Error("Sandshell is being shut down."));
    }
    return this.#current ?? this.#opening(this.#start());
  }

  /** Ends the connection and makes another. Who asks for one meanwhile waits for that. */
  restart(between: () => Promise<void> = async () => {}): Promise<Opened> {
    const closing = this.#close();
    this.#budget.reset();
    return this.#opening(closing.then(between).then(() => this.#start()));
  }

  dispose(): void {
    this.#isDisposed = true;
    void this.#close();
    this.#opened.dispose();
    this.#lost.dispose();
  }

  #opening(opening: Promise<Opened>): Promise<Opened> {
    this.#current = opening;
    opening.catch(() => {
      if (this.#current === opening) {
        this.#current = undefined;
      }
    });
    return opening;
  }

  async #start(): Promise<Opened> {
    // Loaded here, since it is more than half of the extension, and a window may never need it.
    const [command, { Connection }] = await Promise.all([this.#command(), import("../connection.ts")]);
    if (this.#isDisposed) {
      throw new Error("Sandshell is being shut down.");
    }
    this.#log.info(`starting ${command.join(" ")}`);
    const process = await ServerProcess.start(command, { onLog: (line) => this.#log.server(line) });
    const connection = new Connection(process.output, process.input);
    this.#process = process;
    try {
      const server = await this.#initialize(connection).catch((error) => this.#explain(process, error));
      this.#log.info(`${server.serverInfo.name} ${server.serverInfo.version} answers`);
      const opened = { connection, server };
      connection.onClose(() => this.#ended(process));
      this.#opened.fire(opened);
      return opened;
    } catch (error) {
      connection.dispose();
      process.kill();
      throw error;
    }
  }

  #initialize(connection: Connection): Promise<InitializeResult> {
    return connection.initialize({ initializationOptions: { flowControl: true, terminalText: true } });
  }

  /** A refusal says itself what is wrong; where there is no answer at all, what the server has logged does. */
  async #explain(process: ServerProcess, error: unknown): Promise<never> {
    if (!isConnectionLost(error)) {
      throw error;
    }
    const { exitCode, signal } = await process.ended;
    const reason = process.log.trim().split("\n").slice(-3).join(" ");
    throw new Error(reason || `The server ended at its start (${signal ?? `exit code ${exitCode}`}).`);
  }

  #ended(process: ServerProcess): void {
    if (this.#process !== process || this.#isDisposed) {
      return;
    }
    this.#process = undefined;
    this.#current = undefined;
    void process.ended.then(({ exitCode, signal }) =>
      this.#replace(`it ended with ${signal ?? `exit code ${exitCode}`}`),
    );
  }

  #replace(reason: string): void {
    if (this.#isDisposed) {
      return;
    }
    // Somebody may have asked for it meanwhile.
    if (this.#current !== undefined || this.#budget.take()) {
      this.#log.warn(`the server is gone: ${reason}; starting it again`);
      this.#lost.fire({ reason, isFinal: false });
      this.open().catch((error) => this.#lost.fire({ reason: messageOf(error), isFinal: true }));
    } else {
      const often = `${this.#budget.most} times in ${this.#budget.withinMs / 60_000} minutes`;
      this.#log.warn(`the server is gone: ${reason}; it has been started again ${often}, which is enough`);
      this.#lost.fire({ reason: `${reason}, and has been started again ${often}`, isFinal: true });
    }
  }

  async #close(): Promise<void> {
    const process = this.#process;
    const current = this.#current;
    this.#process = undefined;
    this.#current = undefined;
    if (current !== undefined) {
      const opened = await current.catch(() => undefined);
      // A shared server ends only this client; its end of the streams is the same as a goodbye.
      await opened?.connection.notify("exit", undefined).catch(() => {});
      opened?.connection.dispose();
    }
    if (process !== undefined) {
      process.input.end();
      await process.ended;
    }
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
