import { CancellationError, CancellationTokenSource, Disposable } from "vscode";
import type { ExecOptions, ExecOutcome, SandshellApi } from "../api.ts";
import type { ExecResult } from "../protocol.ts";
import { refusalOf } from "../refusal.ts";
import type { Sessions } from "../sessions/sessions.ts";
import type { CurrentSession } from "./currentSession.ts";

/** The protocol's code of a call that was cancelled. */
const cancelled = -32_800;

/** What other extensions, and language models, run commands by: silently, and with the exact outcome. */
export class Exports implements SandshellApi {
  readonly version = 1;
  readonly #sessions: Sessions;
  readonly #current: CurrentSession;
  #ids = 0;

  constructor(sessions: Sessions, current: CurrentSession) {
    this.#sessions = sessions;
    this.#current = current;
    // Other extensions take the functions off the object.
    this.exec = this.exec.bind(this);
    this.sessions = this.sessions.bind(this);
    this.onDidExecute = this.onDidExecute.bind(this);
  }

  async exec(command: string, options: ExecOptions = {}): Promise<ExecOutcome> {
    const { token, onOutput } = options;
    const view = await this.#current.named(options.session);
    if (token?.isCancellationRequested) {
      throw new CancellationError();
    }
    const execId = `vscode-api-${process.pid}-${Date.now().toString(36)}-${++this.#ids}`;
    const cancelling = new CancellationTokenSource();
    const registrations = [
      token?.onCancellationRequested(() => cancelling.cancel()),
      onOutput &&
        this.#sessions.onHappened(({ event }) => {
          if (event.method === "sandbox/exec/output" && event.params.execId === execId) {
            const { stream, text = "" } = event.params;
            onOutput({ stream: stream === "stderr" ? "stderr" : "stdout", text });
          }
        }),
    ];
    try {
      const params = { command, execId, sessionId: view.id, ...paramsOf(options) };
      return outcomeOf(await this.#sessions.exec(params, cancelling.token));
    } catch (error) {
      if ((error as { code?: number }).code === cancelled) {
        throw new CancellationError();
      }
      throw refusalOf(error)?.code === "SESSION_TERMINATED" ? new Error("The session was ended.") : error;
    } finally {
      for (const registration of registrations) {
        registration?.dispose();
      }
      cancelling.dispose();
    }
  }

  async sessions() {
    const connection = await this.#sessions.connect();
    // Asked for, since what the server tells by itself may come a moment later than the answer to a command.
    const { sessions } = await connection.request("sandbox/session/list", {});
    return sessions.map(({ sessionId, name, shell, cwd, state }) => ({
      id: sessionId,
      name,
      shell,
      cwd,
      isBusy: state === "busy",
      isCurrent: sessionId === this.#current.id,
    }));
  }

  onDidExecute(listener: Parameters<SandshellApi["onDidExecute"]>[0]): Disposable {
    const listening = this.#sessions.onHappened(({ event, exec }) => {
      if (event.method === "sandbox/exec/exited" && exec !== undefined) {
        const { sessionId, execId, exitCode, signal, timedOut, durationMs } = event.params;
        listener({ sessionId, execId, command: exec.command, cwd: exec.cwd, exitCode, signal, timedOut, durationMs });
      }
    });
    return new Disposable(() => listening.dispose());
  }
}

function paramsOf({ cwd, env, stdin, timeoutMs, maxOutputBytes }: ExecOptions) {
  return {
    ...(cwd === undefined ? {} : { cwd }),
    ...(env === undefined ? {} : { env }),
    ...(stdin === undefined ? {} : { stdin }),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(maxOutputBytes === undefined ? {} : { outputBytesCap: maxOutputBytes }),
  };
}

function outcomeOf(result: ExecResult): ExecOutcome {
  return {
    exitCode: result.exitCode,
    signal: result.signal,
    stdout: result.stdout ?? "",
    stderr: result.stderr ?? "",
    timedOut: result.timedOut,
    truncated: result.stdoutTruncated || result.stderrTruncated,
    durationMs: result.durationMs,
    cwd: result.cwd,
    sessionId: result.sessionId,
    execId: result.execId,
  };
}
