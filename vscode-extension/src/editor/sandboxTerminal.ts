import { type Event, EventEmitter, type Pseudoterminal, type TerminalDimensions } from "vscode";
import { messageOf } from "../server/serverSupervisor.ts";
import type { Sessions } from "../sessions/sessions.ts";
import { outputBytes, type Screen, type SessionEvent, terminalTextOf } from "../sessions/sessionView.ts";
import { PacedScreen } from "../terminal/pacedScreen.ts";
import { ScreenModes } from "../terminal/screenModes.ts";

/** How many earlier events are shown again when a terminal is opened: what VS Code's own scrollback holds, and more. */
const earlierEvents = 2_000;

/** A session as a terminal of the editor's: what it shows, the keys that are typed, and its size. */
export class SandboxTerminal implements Pseudoterminal, Screen {
  readonly #sessionId: string;
  readonly #sessions: Sessions;
  readonly #written = new EventEmitter<string>();
  readonly #closed = new EventEmitter<number | undefined>();
  readonly #screen: PacedScreen;
  #modes = new ScreenModes();
  #dimensions: TerminalDimensions | undefined;
  #lastSeq = 0;
  /** What is still to be said of the server that was lost, once a program's screen is left. */
  #unsaid: string | undefined;
  #isOpen = false;
  #typed = "";
  #isTyping = false;

  readonly onDidWrite: Event<string> = this.#written.event;
  /** Without a code, since one that is not 0 raises an error message. */
  readonly onDidClose: Event<number | undefined> = this.#closed.event;

  constructor(sessionId: string, sessions: Sessions) {
    this.#sessionId = sessionId;
    this.#sessions = sessions;
    this.#screen = new PacedScreen(
      (text) => this.#written.fire(text),
      (bytes) => sessions.acknowledge(sessionId, bytes),
    );
  }

  /** Whether a program has the whole of it. */
  get isOnOtherScreen(): boolean {
    return this.#modes.isOnOtherScreen;
  }

  open(dimensions: TerminalDimensions | undefined): void {
    this.#isOpen = true;
    if (dimensions !== undefined) {
      this.setDimensions(dimensions);
    }
    void this.attach();
  }

  /** Shows what has been and what is, also after the server has been another for a while. */
  async attach(): Promise<void> {
    if (!this.#isOpen) {
      return;
    }
    try {
      const nextSeq = await this.#sessions.show(this.#sessionId, this, earlierEvents, this.#lastSeq);
      // Where it begins further back, its numbers are those of another server, which knows nothing of what ran.
      if (nextSeq <= this.#lastSeq) {
        this.#lastSeq = nextSeq - 1;
        this.#screen.show(`${this.#modes.undo}\x1b[0m`, 0);
        this.#modes = new ScreenModes();
        if (this.#unsaid !== undefined) {
          this.lost(this.#unsaid);
        }
      }
      this.#unsaid = undefined;
    } catch (error) {
      this.#say(messageOf(error));
    }
  }

  /** The server is gone. */
  lost(reason: string): void {
    this.#unsaid = this.isOnOtherScreen ? reason : undefined;
    if (this.#unsaid === undefined) {
      this.#say(`the server is gone: ${reason}`);
    }
  }

  show(event: SessionEvent, isAgain: boolean): void {
    const bytes = event.method === "sandbox/exec/output" ? outputBytes(event.params) : 0;
    // What comes again has been shown.
    const text = event.params.seq > this.#lastSeq ? terminalTextOf(event) : "";
    this.#lastSeq = Math.max(this.#lastSeq, event.params.seq);
    this.#modes.shown(text);
    if (text !== "" || bytes > 0) {
      this.#screen.show(text, bytes, isAgain);
    }
  }

  handleInput(data: string): void {
    this.#typed += this.#screen.heard(data);
    void this.#type();
  }

  setDimensions(dimensions: TerminalDimensions): void {
    const { rows, columns } = dimensions;
    this.#dimensions = dimensions;
    if (rows > 0 && columns > 0) {
      void this.#sessions.resize(this.#sessionId, { rows, cols: columns });
    }
  }

  /** Gives the session its size again, where something else has given it another meanwhile. */
  fit(): void {
    if (this.#dimensions !== undefined) {
      this.setDimensions(this.#dimensions);
    }
  }

  close(): void {
    this.#isOpen = false;
    this.#sessions.hide(this.#sessionId, this);
    this.#screen.dispose();
  }

  /** The session is over. */
  end(): void {
    this.#closed.fire(undefined);
  }

  /** Keys go one after the other, and those that come meanwhile together. */
  async #type(): Promise<void> {
    if (this.#isTyping) {
      return;
    }
    this.#isTyping = true;
    while (this.#typed !== "") {
      const text = this.#typed;
      this.#typed = "";
      await this.#sessions.input(this.#sessionId, text).catch((error) => this.#say(messageOf(error)));
    }
    this.#isTyping = false;
  }

  #say(text: string): void {
    this.#written.fire(`\r\n\x1b[33mSandshell: ${text}\x1b[39m\r\n`);
  }
}
