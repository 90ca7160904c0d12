import {
  type Disposable,
  type Memento,
  type Terminal,
  type TerminalOptions,
  TerminalProfile,
  ThemeIcon,
  window,
} from "vscode";
import type { ServerSupervisor } from "../server/serverSupervisor.ts";
import type { Sessions } from "../sessions/sessions.ts";
import type { SessionView } from "../sessions/sessionView.ts";
import type { CurrentSession } from "./currentSession.ts";
import { SandboxTerminal } from "./sandboxTerminal.ts";

const key = "terminals";

/** The sessions that have a terminal, and the one whose terminal is in front. */
interface Remembered {
  ids: string[];
  active?: string | undefined;
}

/** The terminals of the window that show sessions, at most one a session. They come back with the window. */
export class Terminals implements Disposable {
  readonly #sessions: Sessions;
  readonly #current: CurrentSession;
  readonly #memory: Memento;
  readonly #open = new Map<string, { pty: SandboxTerminal; terminal?: Terminal }>();
  readonly #registrations: Disposable[];
  /** The sessions that had terminals when the window was closed or reloaded, as long as those are not there again. */
  readonly #returning: string[];
  /** The one whose terminal was in front. */
  readonly #wasActive: string | undefined;

  constructor(supervisor: ServerSupervisor, sessions: Sessions, current: CurrentSession, memory: Memento) {
    this.#sessions = sessions;
    this.#current = current;
    this.#memory = memory;
    const { ids, active } = memory.get<Remembered>(key, { ids: [] });
    this.#returning = [...ids];
    this.#wasActive = active;
    this.#registrations = [
      window.registerTerminalProfileProvider("sandshell.terminal", { provideTerminalProfile: () => this.#profile() }),
      window.onDidOpenTerminal((terminal) => this.#opened(terminal)),
      window.onDidCloseTerminal((terminal) => this.#closed(terminal)),
      window.onDidChangeActiveTerminal(() => void this.#remember()),
      sessions.onChanged((view) => this.#changed(view)),
      sessions.onListed(() => this.#attachAgain()),
      supervisor.onLost(({ reason }) => this.#lost(reason)),
    ];
  }

  /** Opens those terminals again that there were, where their sessions are still there. */
  async restore(): Promise<void> {
    if (this.#returning.length > 0) {
      await this.#sessions.connect();
      for (let id = this.#returning.shift(); id !== undefined; id = this.#returning.shift()) {
        const view = this.#sessions.get(id);
        if (view !== undefined && !this.#open.has(id)) {
          const { terminal } = this.#create(view);
          if (id === this.#wasActive) {
            // The editor has put one of its own into a panel that was empty.
            terminal.show(true);
          }
        }
      }
    }
    await this.#remember();
  }

  /** Shows a session's terminal. */
  async reveal(view: SessionView, preserveFocus: boolean): Promise<SandboxTerminal> {
    const { pty, terminal } = this.#open.get(view.id) ?? this.#create(view);
    terminal?.show(preserveFocus);
    return pty;
  }

  of(sessionId: string): { pty: SandboxTerminal; terminal?: Terminal } | undefined {
    return this.#open.get(sessionId);
  }

  /** Whether what is typed goes there. */
  isActive(sessionId: string): boolean {
    const { terminal } = this.#open.get(sessionId) ?? {};
    return terminal !== undefined && window.activeTerminal === terminal;
  }

  /** The session that a terminal shows. */
  sessionOf(terminal: Terminal | undefined): string | undefined {
    return terminal === undefined ? undefined : [...this.#open].find(([, open]) => open.terminal === terminal)?.[0];
  }

  dispose(): void {
    for (const registration of this.#registrations) {
      registration.dispose();
    }
  }

  #create(view: SessionView): { pty: SandboxTerminal; terminal: Terminal } {
    const { options, pty } = this.#options(view);
    const terminal = window.createTerminal(options);
    const open = { pty, terminal };
    this.#open.set(view.id, open);
    void this.#remember();
    return open;
  }

  #options(view: SessionView) {
    const pty = new SandboxTerminal(view.id, this.#sessions);
    return { pty, options: { name: titleOf(view), pty, iconPath: new ThemeIcon("terminal-linux") } };
  }

  /** The one of the + menu: the folder's session, or a new one where that has its terminal. */
  async #profile(): Promise<TerminalProfile> {
    let view = await this.#current.ensure();
    if (this.#open.has(view.id)) {
      view = await this.#current.another();
    }
    const { options, pty } = this.#options(view);
    this.#open.set(view.id, { pty });
    return new TerminalProfile(options as unknown as TerminalOptions);
  }

  /** The editor makes the terminal of a profile by itself. */
  #opened(terminal: Terminal): void {
    for (const [id, open] of this.#open) {
      if (
        open.terminal === undefined &&
        "pty" in terminal.creationOptions &&
        terminal.creationOptions.pty === open.pty
      ) {
        this.#open.set(id, { ...open, terminal });
        // The editor goes to the newest that it knows of, which may still be another.
        terminal.show();
        void this.#remember();
      }
    }
  }

  #closed(terminal: Terminal): void {
    const id = this.sessionOf(terminal);
    if (id !== undefined) {
      this.#open.delete(id);
      void this.#remember();
    }
  }

  #changed(view: SessionView): void {
    if (view.session.state === "terminated") {
      this.#open.get(view.id)?.pty.end();
    }
  }

  #attachAgain(): void {
    for (const [id, { pty }] of this.#open) {
      if (this.#sessions.get(id) !== undefined) {
        void pty.attach();
      }
    }
  }

  #lost(reason: string): void {
    for (const { pty } of this.#open.values()) {
      pty.lost(reason);
    }
  }

  #remember(): Thenable<void> {
    const isRestoring = this.#returning.length > 0;
    const active = this.sessionOf(window.activeTerminal) ?? (isRestoring ? this.#wasActive : undefined);
    return this.#memory.update(key, { ids: [...this.#open.keys(), ...this.#returning], active } satisfies Remembered);
  }
}

/** What tells it from others comes first, since lists of terminals are narrow. */
function titleOf(view: SessionView): string {
  return `${view.session.name} (Sandshell)`;
}
