import { CancellationTokenSource, type Disposable, window } from "vscode";
import type { ExecView } from "../sessions/execView.ts";
import { shortCommand } from "../sessions/execView.ts";
import type { Happening, Sessions } from "../sessions/sessions.ts";
import type { Executing } from "./executing.ts";
import type { Terminals } from "./terminals.ts";

/**
 * Asks the user where a command of this window waits for input: in a box, masked where its terminal does not show what is
 * typed; in its terminal, where it has the whole of that. Where they type in the terminal already, nothing is asked, unless
 * it is a secret.
 */
export class InputRequests implements Disposable {
  readonly #sessions: Sessions;
  readonly #executing: Executing;
  readonly #terminals: Terminals;
  readonly #asking = new Map<string, CancellationTokenSource>();
  readonly #registrations: Disposable[];

  constructor(sessions: Sessions, executing: Executing, terminals: Terminals) {
    this.#sessions = sessions;
    this.#executing = executing;
    this.#terminals = terminals;
    this.#registrations = [
      sessions.onHappened((happening) => this.#happened(happening)),
      // Nobody is there who could be answered.
      sessions.onLost(() => this.#cancelAll()),
    ];
  }

  dispose(): void {
    for (const registration of this.#registrations) {
      registration.dispose();
    }
    this.#cancelAll();
  }

  #cancelAll(): void {
    for (const asking of this.#asking.values()) {
      asking.cancel();
    }
  }

  #happened({ event, exec }: Happening): void {
    if (exec === undefined || !this.#executing.own.has(exec.execId)) {
      return;
    }
    // Whatever it does next, it waits no more: somebody has typed in the terminal, or it has ended.
    this.#asking.get(exec.execId)?.cancel();
    if (event.method === "sandbox/exec/inputRequired") {
      void this.#ask(exec);
    }
  }

  async #ask(exec: ExecView): Promise<void> {
    const isSecret = exec.asksFor === "secret";
    const open = this.#terminals.of(exec.sessionId);
    if (open?.pty.isOnOtherScreen) {
      open.terminal?.show(false);
      return;
    }
    const asking = new CancellationTokenSource();
    this.#asking.set(exec.execId, asking);
    try {
      const answer = await window.showInputBox(
        {
          title: `${shortCommand(exec.command)} waits for input`,
          prompt: exec.lastLine || "It has not said for what.",
          password: isSecret,
          ignoreFocusOut: true,
        },
        asking.token,
      );
      if (answer !== undefined && !asking.token.isCancellationRequested) {
        await this.#sessions.write(exec.execId, `${answer}\n`);
      }
    } catch {
      // The command has ended meanwhile, which says itself.
    } finally {
      // It may have asked for something else meanwhile.
      if (this.#asking.get(exec.execId) === asking) {
        this.#asking.delete(exec.execId);
      }
      asking.dispose();
    }
  }
}
