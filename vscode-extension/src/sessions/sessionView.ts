import type { ServerNotifications } from "../methods.ts";
import type { ExecOutputNotification, Session } from "../protocol.ts";
import { ExecView } from "./execView.ts";

/** How many ended commands a session remembers here. */
const keptExecs = 100;

/** What happens in a session and has a number. */
export type SessionEvent = {
  [M in
    | "sandbox/exec/started"
    | "sandbox/exec/output"
    | "sandbox/exec/inputRequired"
    | "sandbox/exec/exited"
    | "sandbox/exec/closed"]: { method: M; params: ServerNotifications[M] };
}[
  | "sandbox/exec/started"
  | "sandbox/exec/output"
  | "sandbox/exec/inputRequired"
  | "sandbox/exec/exited"
  | "sandbox/exec/closed"];

/** Where a session's events are shown; it says when it has taken their output. */
export interface Screen {
  /** @param isAgain whether it comes again, and was there before the screen was */
  show(event: SessionEvent, isAgain: boolean): void;
}

/** One session as far as it has been heard of: what it is, its commands, and the number of its last event. */
export class SessionView {
  readonly execs = new Map<string, ExecView>();
  session: Session;
  lastSeq = 0;
  screen: Screen | undefined;
  /** Further screens, and how many bytes of what they have been shown each has still to take. */
  readonly watchers = new Map<Screen, number>();
  /** Bytes of output that have been taken and not acknowledged. */
  unacknowledged = 0;

  constructor(session: Session) {
    this.session = session;
  }

  get id(): string {
    return this.session.sessionId;
  }

  /** The command that runs in its shell. */
  get current(): ExecView | undefined {
    return [...this.execs.values()].findLast((exec) => exec.isRunning && !exec.background);
  }

  /** Newest first. */
  get newestExecs(): ExecView[] {
    return [...this.execs.values()].reverse();
  }

  /** How many bytes may be acknowledged: the slowest of the watchers is waited for. */
  get acknowledgeable(): number {
    return this.unacknowledged - Math.max(0, ...this.watchers.values());
  }

  /** Shows what is new to who watches. */
  showWatchers(event: SessionEvent): void {
    const bytes = event.method === "sandbox/exec/output" ? outputBytes(event.params) : 0;
    for (const [screen, owed] of [...this.watchers]) {
      this.watchers.set(screen, owed + bytes);
      screen.show(event, false);
    }
  }

  /** The server is gone, and what ran there. */
  lost(): void {
    for (const exec of this.execs.values()) {
      if (exec.isRunning) {
        exec.lost();
      }
    }
  }

  remember(exec: ExecView): void {
    this.execs.set(exec.execId, exec);
    for (const [id, old] of this.execs) {
      if (this.execs.size <= keptExecs) {
        return;
      }
      if (!old.isRunning) {
        this.execs.delete(id);
      }
    }
  }

  /** Takes in what has happened; answers the command that it has happened to. */
  take(event: SessionEvent): ExecView | undefined {
    this.lastSeq = event.params.seq;
    const { execId } = event.params;
    if (event.method === "sandbox/exec/started") {
      const exec = new ExecView(event.params);
      this.remember(exec);
      return exec;
    }
    const exec = execId === null ? undefined : this.execs.get(execId);
    switch (event.method) {
      case "sandbox/exec/output":
        exec?.printed(event.params);
        break;
      case "sandbox/exec/inputRequired":
        if (exec !== undefined) {
          exec.asksFor = event.params.secret ? "secret" : "text";
        }
        break;
      case "sandbox/exec/exited":
        exec?.exited(event.params);
        break;
    }
    return exec;
  }
}

/** How many bytes the command has written, which is what is acknowledged. A malformed byte counts as three. */
export function outputBytes(output: ExecOutputNotification): number {
  return output.text !== undefined
    ? Buffer.byteLength(output.text)
    : Buffer.byteLength(output.dataBase64 ?? "", "base64");
}

/** What a terminal that shows the session is sent because of it. */
export function terminalTextOf(event: SessionEvent): string {
  switch (event.method) {
    case "sandbox/exec/inputRequired":
      return "";
    case "sandbox/exec/output":
      return event.params.terminalText ?? event.params.text ?? "";
    default:
      return event.params.terminalText ?? "";
  }
}
