import {
  type CancellationToken,
  CancellationTokenSource,
  commands,
  type Progress,
  ProgressLocation,
  window,
} from "vscode";
import { isConnectionLost } from "../connectionLost.ts";
import type { ExecExitedNotification, ExecParams, ExecResult } from "../protocol.ts";
import { refusalOf } from "../refusal.ts";
import { messageOf } from "../server/serverSupervisor.ts";
import { outcome, shortCommand } from "../sessions/execView.ts";
import type { Sessions } from "../sessions/sessions.ts";
import type { SessionView } from "../sessions/sessionView.ts";
import { readConfig } from "./config.ts";
import type { CurrentSession } from "./currentSession.ts";
import { withoutIcons } from "./labels.ts";
import type { Terminals } from "./terminals.ts";

/** How long a command may run before the user is shown that it does. */
const progressAfterMs = 1_000;

/** How often its last line is shown: nobody reads faster, and each is a message to the window. */
const reportEveryMs = 100;

/** The protocol's code of a call that was cancelled. */
const cancelled = -32_800;

export interface RunOptions {
  sessionId?: string | undefined;
  cwd?: string | undefined;
}

/** What somebody who shows a command elsewhere, too, has to do with it. */
export interface RunWatch {
  /** Cancels it, also while it waits for its turn. */
  token?: CancellationToken;
  /** How it ended is shown there, so that no message says it. */
  showsOutcome?: boolean;
}

/** Runs commands as the user asks for them: in the session's terminal, with progress, and with word of how it ended. */
export class Executing {
  readonly #sessions: Sessions;
  readonly #current: CurrentSession;
  readonly #terminals: Terminals;
  #last: { command: string; options: RunOptions } | undefined;
  #ids = 0;

  constructor(sessions: Sessions, current: CurrentSession, terminals: Terminals) {
    this.#sessions = sessions;
    this.#current = current;
    this.#terminals = terminals;
  }

  /** The calls of this window that run, by id; those are answered here where they ask for something. */
  readonly own = new Set<string>();

  /** Runs a command; answers undefined where the user has cancelled it. */
  async run(command: string, options: RunOptions = {}, watch: RunWatch = {}): Promise<ExecResult | undefined> {
    this.#last = { command, options };
    const config = readConfig();
    const view = await this.#current.ensure(options.sessionId);
    if (config.revealTerminal) {
      await this.#terminals.reveal(view, true);
    }
    const execId = this.#newId();
    const params: ExecParams = {
      command,
      execId,
      sessionId: view.id,
      output: "stream",
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      ...(config.onTerminal ? { tty: true } : {}),
    };
    const cancelling = new CancellationTokenSource();
    const watching = watch.token?.onCancellationRequested(() => cancelling.cancel());
    if (watch.token?.isCancellationRequested) {
      cancelling.cancel();
    }
    this.own.add(execId);
    const running = this.#sessions.exec(params, cancelling.token);
    const stopShowing = this.#showProgress(view, execId, command, running, cancelling, config.progress);
    try {
      const result = await running;
      if (!watch.showsOutcome) {
        this.#tellOutcome(command, result, options);
      }
      return result;
    } catch (error) {
      const hasEnded = refusalOf(error)?.code === "SESSION_TERMINATED";
      if ((error as { code?: number }).code === cancelled || hasEnded) {
        const why = hasEnded ? "its session was ended" : "cancelled";
        window.setStatusBarMessage(`$(circle-slash) ${withoutIcons(shortCommand(command))}: ${why}`, 5_000);
        return undefined;
      }
      throw isConnectionLost(error)
        ? new Error(`${shortCommand(command)}: the server was lost while it ran, and with it how it ended.`)
        : error;
    } finally {
      stopShowing();
      watching?.dispose();
      this.own.delete(execId);
      cancelling.dispose();
    }
  }

  /** Begins a job that leaves the shell free; how it ends is said when it does. */
  async runInBackground(command: string): Promise<void> {
    const view = await this.#current.ensure();
    const execId = this.#newId();
    const registrations = [
      this.#sessions.onHappened(({ event }) => {
        if (event.method === "sandbox/exec/exited" && event.params.execId === execId) {
          stopListening();
          this.#tellOutcome(command, event.params, {});
        }
      }),
      // Of a server that is another now, it is not known.
      this.#sessions.onListed(() => {
        if (!this.#sessions.get(view.id)?.execs.has(execId)) {
          stopListening();
          window.showWarningMessage(`${shortCommand(command)}: ended with its server`);
        }
      }),
    ];
    const stopListening = () => {
      for (const registration of registrations) {
        registration.dispose();
      }
    };
    try {
      await this.#sessions.exec({ command, execId, sessionId: view.id, output: "stream", background: true });
    } catch (error) {
      stopListening();
      throw error;
    }
    window.setStatusBarMessage(
      `$(server-process) ${withoutIcons(shortCommand(command))}: runs in the background`,
      5_000,
    );
  }

  /** Runs the last command again; answers false where there has been none. */
  async again(): Promise<boolean> {
    if (this.#last === undefined) {
      return false;
    }
    await this.run(this.#last.command, this.#last.options);
    return true;
  }

  #newId(): string {
    return `vscode-${process.pid}-${Date.now().toString(36)}-${++this.#ids}`;
  }

  #showProgress(
    view: SessionView,
    execId: string,
    command: string,
    running: Promise<ExecResult>,
    cancelling: CancellationTokenSource,
    where: "notification" | "statusBar",
  ): () => void {
    const timer = setTimeout(() => {
      void window.withProgress(
        {
          location: where === "notification" ? ProgressLocation.Notification : ProgressLocation.Window,
          title: where === "statusBar" ? withoutIcons(shortCommand(command)) : shortCommand(command),
          cancellable: true,
        },
        async (progress, token) => {
          token.onCancellationRequested(() => cancelling.cancel());
          const show = () => report(progress, view.execs.get(execId)?.lastLine ?? "");
          show();
          let next: NodeJS.Timeout | undefined;
          const listening = this.#sessions.onHappened(({ exec }) => {
            if (exec?.execId === execId) {
              next ??= setTimeout(() => {
                next = undefined;
                show();
              }, reportEveryMs);
            }
          });
          await running.catch(() => {});
          listening.dispose();
          clearTimeout(next);
        },
      );
    }, progressAfterMs);
    return () => clearTimeout(timer);
  }

  #tellOutcome(command: string, result: ExecExitedNotification | ExecResult, options: RunOptions): void {
    const what = `${shortCommand(command)}: ${outcome(result)}`;
    if (result.exitCode === 0) {
      window.setStatusBarMessage(`$(check) ${withoutIcons(what)}`, 5_000);
      return;
    }
    void window.showWarningMessage(what, "Show Output", "Re-run").then(async (answer) => {
      if (answer === "Show Output") {
        await commands.executeCommand("sandshell.showOutput", result);
      } else if (answer === "Re-run") {
        await this.run(command, options).catch((error) => window.showErrorMessage(messageOf(error)));
      }
    });
  }
}

function report(progress: Progress<{ message: string }>, line: string): void {
  if (line !== "") {
    progress.report({ message: line.length > 80 ? `${line.slice(0, 79)}…` : line });
  }
}
