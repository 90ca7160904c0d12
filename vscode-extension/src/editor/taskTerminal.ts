import {
  CancellationTokenSource,
  type Event,
  EventEmitter,
  type Pseudoterminal,
  type TerminalDimensions,
} from "vscode";
import type { ExecParams, TerminalSize } from "../protocol.ts";
import { messageOf } from "../server/serverSupervisor.ts";
import { shortCommand } from "../sessions/execView.ts";
import type { Sessions, Watching } from "../sessions/sessions.ts";
import { outputBytes, type Screen, type SessionEvent, type SessionView } from "../sessions/sessionView.ts";
import type { SizeLoans } from "../sessions/sizeLoans.ts";
import type { TaskDefinition } from "../sessions/taskDefinition.ts";
import { PacedScreen } from "../terminal/pacedScreen.ts";
import { withoutReplies } from "../terminal/replies.ts";
import { ScreenModes } from "../terminal/screenModes.ts";
import type { CurrentSession } from "./currentSession.ts";
import type { Terminals } from "./terminals.ts";

/** The protocol's code of a call that was cancelled. */
const cancelled = -32_800;

/** What a shell says of a command that Ctrl-C has ended. */
const interrupted = 130;

let ids = 0;

/** What a task's terminal needs of the extension. */
export interface TaskSurroundings {
  sessions: Sessions;
  current: CurrentSession;
  terminals: Terminals;
  loans: SizeLoans;
}

/**
 * The terminal of a task: it runs one command in a session, shows what that prints, gives it what is typed, and ends with
 * its exit code.
 *
 * The session's terminal has this one's size while the command runs: this is where it is looked at, and where problem
 * matchers read its lines, which must not be broken at another width. It has its own again afterwards.
 */
export class TaskTerminal implements Pseudoterminal, Screen {
  readonly #read: () => TaskDefinition;
  readonly #around: TaskSurroundings;
  readonly #execId = `vscode-task-${process.pid}-${Date.now().toString(36)}-${++ids}`;
  readonly #written = new EventEmitter<string>();
  readonly #closed = new EventEmitter<number>();
  readonly #cancelling = new CancellationTokenSource();
  readonly #screen: PacedScreen;
  readonly #modes = new ScreenModes();
  #watching: Watching | undefined;
  #view: SessionView | undefined;
  #dimensions: TerminalDimensions | undefined;
  #phase: "waiting" | "running" | "ended" = "waiting";
  #typed = "";
  #isTyping = false;
  #isClosed = false;
  /** Bytes that are shown and not yet taken in, and who waits for that. */
  #untaken = 0;
  #drained: (() => void) | undefined;

  readonly onDidWrite: Event<string> = this.#written.event;
  readonly onDidClose: Event<number> = this.#closed.event;

  /** @param read says what is to be run; what it throws is shown */
  constructor(read: () => TaskDefinition, around: TaskSurroundings) {
    this.#read = read;
    this.#around = around;
    this.#screen = new PacedScreen(
      (text) => this.#written.fire(text),
      (bytes) => this.#taken(bytes),
    );
  }

  open(dimensions: TerminalDimensions | undefined): void {
    this.#dimensions = dimensions;
    void this.#run();
  }

  /** The task has been terminated, or its terminal closed: the command is interrupted, and killed if need be. */
  close(): void {
    this.#cancelling.cancel();
    // Nobody looks any more, so nothing waits to be shown: a command whose output waits does not end.
    this.#isClosed = true;
    this.#watching?.dispose();
    this.#screen.dispose();
    this.#drained?.();
  }

  handleInput(data: string): void {
    const typed = this.#screen.heard(data);
    // The session's own terminal answers what programs ask their terminal.
    const isAnswered = this.#view !== undefined && this.#around.terminals.of(this.#view.id) !== undefined;
    this.#typed += isAnswered ? withoutReplies(typed) : typed;
    if (this.#phase === "waiting" && typed.includes("\x03")) {
      this.#cancelling.cancel();
    }
    void this.#type();
  }

  setDimensions(dimensions: TerminalDimensions): void {
    this.#dimensions = dimensions;
    const size = this.#size;
    if (this.#phase === "running" && this.#view !== undefined && size !== undefined) {
      void this.#around.sessions.resize(this.#view.id, size);
    }
  }

  show(event: SessionEvent): void {
    const bytes = event.method === "sandbox/exec/output" ? outputBytes(event.params) : 0;
    if (event.params.execId !== this.#execId) {
      this.#watching?.taken(bytes);
    } else if (event.method === "sandbox/exec/started") {
      this.#phase = "running";
      void this.#type();
    } else if (event.method === "sandbox/exec/output") {
      this.#untaken += bytes;
      this.#modes.shown(event.params.text ?? "");
      this.#screen.show(event.params.text ?? "", bytes);
    }
  }

  get #size(): TerminalSize | undefined {
    const { rows, columns } = this.#dimensions ?? { rows: 0, columns: 0 };
    return rows > 0 && columns > 0 ? { rows, cols: columns } : undefined;
  }

  async #run(): Promise<void> {
    let exitCode = 1;
    try {
      const definition = this.#read();
      const view = await this.#around.current.named(definition.session);
      if (!this.#cancelling.token.isCancellationRequested) {
        exitCode = await this.#runIn(view, definition);
      }
    } catch (error) {
      if ((error as { code?: number }).code === cancelled) {
        exitCode = interrupted;
      } else {
        this.#say(messageOf(error), 31);
      }
    }
    this.#phase = "ended";
    // What is left of a program that could not clear up. Also ends an escape sequence that was begun, in the middle of
    // which the screen cannot be asked how far it is.
    this.#screen.show(`${this.#modes.undo}\x1b[0m`, 0);
    await this.#allTaken();
    this.#watching?.dispose();
    this.#closed.fire(exitCode);
  }

  async #runIn(view: SessionView, { command, cwd, env }: TaskDefinition): Promise<number> {
    const { sessions, loans } = this.#around;
    const size = this.#size;
    const params: ExecParams = {
      command,
      execId: this.#execId,
      sessionId: view.id,
      tty: true,
      output: "stream",
      ...(size === undefined ? {} : { size }),
      ...(cwd === undefined ? {} : { cwd }),
      ...(env === undefined ? {} : { env }),
    };
    this.#view = view;
    this.#watching = sessions.watch(view, this);
    if (view.current !== undefined) {
      this.#say(`waits in session ${view.session.name} for ${shortCommand(view.current.command)}`, 2);
    }
    loans.borrow(view.id, view.session.size);
    try {
      return (await sessions.exec(params, this.#cancelling.token)).exitCode ?? 1;
    } finally {
      this.#giveSizeBack(view);
    }
  }

  #giveSizeBack(view: SessionView): void {
    const before = this.#around.loans.giveBack(view.id);
    const open = this.#around.terminals.of(view.id);
    if (before !== undefined && open !== undefined) {
      open.pty.fit();
    } else if (before !== undefined) {
      void this.#around.sessions.resize(view.id, before);
    }
  }

  /** Keys go one after the other, those that come meanwhile together, and those that came too early once it runs. */
  async #type(): Promise<void> {
    if (this.#isTyping) {
      return;
    }
    this.#isTyping = true;
    while (this.#phase === "running" && this.#typed !== "") {
      const text = this.#typed;
      this.#typed = "";
      // A command that has ended meanwhile says that itself.
      await this.#around.sessions.write(this.#execId, text).catch(() => {});
    }
    this.#isTyping = false;
  }

  #taken(bytes: number): void {
    this.#untaken -= bytes;
    this.#watching?.taken(bytes);
    if (this.#untaken <= 0) {
      this.#drained?.();
    }
  }

  /** Resolves when the terminal has all that was printed: what comes after its end is not shown. */
  #allTaken(): Promise<void> {
    return new Promise((resolve) => {
      this.#drained = resolve;
      if (this.#isClosed || this.#untaken <= 0) {
        resolve();
      }
    });
  }

  #say(text: string, style: number): void {
    this.#written.fire(`\x1b[${style}mSandshell: ${text}\x1b[0m\r\n`);
  }
}
