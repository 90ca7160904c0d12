import { basename } from "node:path";
import { type Disposable, MarkdownString, StatusBarAlignment, type StatusBarItem, window } from "vscode";
import { duration, shortCommand } from "../sessions/execView.ts";
import type { Sessions } from "../sessions/sessions.ts";
import type { CurrentSession } from "./currentSession.ts";
import { withoutIcons } from "./labels.ts";

/** The session of the window in the status bar: what it is, what it does, and for how long. */
export class StatusBar implements Disposable {
  readonly #item: StatusBarItem;
  readonly #sessions: Sessions;
  readonly #current: CurrentSession;
  readonly #registrations: Disposable[];
  #clock: NodeJS.Timeout | undefined;

  constructor(sessions: Sessions, current: CurrentSession) {
    this.#sessions = sessions;
    this.#current = current;
    this.#item = window.createStatusBarItem("sandshell.session", StatusBarAlignment.Left, 10);
    this.#item.name = "Sandshell Session";
    this.#registrations = [
      sessions.onChanged((view) => this.#showIf(view.id)),
      sessions.onHappened(({ view, event }) => {
        if (event.method !== "sandbox/exec/output") {
          this.#showIf(view.id);
        }
      }),
      current.onSwitched(() => this.#show()),
      sessions.onListed(() => this.#show()),
      sessions.onLost(() => this.#show()),
    ];
    this.#show();
  }

  dispose(): void {
    clearInterval(this.#clock);
    this.#item.dispose();
    for (const registration of this.#registrations) {
      registration.dispose();
    }
  }

  #showIf(sessionId: string): void {
    if (sessionId === this.#current.id) {
      this.#show();
    }
  }

  #show(): void {
    const view = this.#sessions.get(this.#current.id);
    const running = view?.current;
    this.#item.command = this.#sessions.isLost ? "sandshell.restartServer" : "sandshell.switchSession";
    if (this.#sessions.isLost) {
      this.#item.text = `$(debug-disconnect) ${view?.session.name ?? "Sandshell"}: no server`;
      this.#item.tooltip = "The server is gone: restart it";
    } else if (view === undefined) {
      this.#item.text = "$(terminal) Sandshell";
      this.#item.tooltip = "No session yet: it begins with the first command";
    } else {
      const { name, state, cwd, shell } = view.session;
      // A folder's own session is called like the folder.
      const where = basename(cwd) === name ? name : `${name} ${basename(cwd) || cwd}`;
      const what =
        running === undefined
          ? `${where}${state === "idle" ? "" : `: ${state}`}`
          : `${name}: ${shortCommand(running.command, 30)} ${duration(Date.now() - running.startedAtMs)}`;
      this.#item.text = `${running === undefined ? "$(terminal)" : "$(loading~spin)"} ${withoutIcons(what)}`;
      const tooltip = new MarkdownString();
      tooltip.appendText(`${name} (${shell}, ${state})\n\n${cwd}`);
      this.#item.tooltip = tooltip;
    }
    this.#item.show();
    this.#tick(running !== undefined);
  }

  /** Only the running time changes by itself. */
  #tick(isRunning: boolean): void {
    if (isRunning && this.#clock === undefined) {
      this.#clock = setInterval(() => this.#show(), 1_000);
    } else if (!isRunning && this.#clock !== undefined) {
      clearInterval(this.#clock);
      this.#clock = undefined;
    }
  }
}
