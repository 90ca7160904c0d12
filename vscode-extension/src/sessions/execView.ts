import type {
  Exec,
  ExecExitedNotification,
  ExecOutputNotification,
  ExecResult,
  ExecStartedNotification,
} from "../protocol.ts";
import { stripEscapes, withoutEscapes } from "../terminal/plainText.ts";

/** How much of the end of its output is kept for showing what a command does. */
const keptTail = 2_000;

/** One command of a session, as far as it has been heard of. */
export class ExecView {
  readonly execId: string;
  readonly sessionId: string;
  readonly command: string;
  /** Where it began. */
  readonly cwd: string;
  readonly background: boolean;
  readonly startedAtMs: number;
  isRunning: boolean;
  exitCode: number | null = null;
  signal: string | null = null;
  timedOut = false;
  durationMs: number | undefined;
  /** Whether it ran when the server was lost, so that nobody knows how it ended, or whether it has. */
  isLost = false;
  /** Whether it asks for input, and whether what is typed should be shown. */
  asksFor: "nothing" | "text" | "secret" = "nothing";
  #tail = "";

  constructor(from: Exec | ExecStartedNotification) {
    this.execId = from.execId;
    this.sessionId = from.sessionId;
    this.command = from.command;
    this.cwd = from.cwd;
    this.background = from.background;
    this.startedAtMs = from.startedAtMs ?? Date.now();
    this.isRunning = true;
    if ("state" in from && (from.state === "exited" || from.state === "closed")) {
      this.isRunning = false;
      this.exitCode = from.exitCode;
      this.signal = from.signal;
      this.timedOut = from.timedOut;
      this.durationMs = from.durationMs;
    }
  }

  /** Whether a person has typed it at the prompt. */
  get isTyped(): boolean {
    return this.execId.startsWith("typed-");
  }

  get hasFailed(): boolean {
    return !this.isRunning && this.exitCode !== 0;
  }

  exited(end: ExecExitedNotification): void {
    this.isRunning = false;
    this.asksFor = "nothing";
    this.exitCode = end.exitCode;
    this.signal = end.signal;
    this.timedOut = end.timedOut;
    this.durationMs = end.durationMs;
    // A slice holds on to all that it was cut from, which is 64 KiB for each command that is remembered.
    this.#tail = Buffer.from(this.#tail).toString();
  }

  /** The server is gone, and with it the word of how it ended. */
  lost(): void {
    this.isRunning = false;
    this.asksFor = "nothing";
    this.isLost = true;
  }

  printed(output: ExecOutputNotification): void {
    this.asksFor = "nothing";
    const text = output.text ?? "";
    // A flood is not to be copied for its end.
    this.#tail = text.length >= keptTail ? text.slice(-keptTail) : (this.#tail + text).slice(-keptTail);
  }

  /** The last line of its output that says something, as plain text. */
  get lastLine(): string {
    return (this.lastLines(1)[0] ?? "").trim();
  }

  /** The last lines of its output, as plain text, but for empty ones at the end. */
  lastLines(most: number): string[] {
    const text = stripEscapes(this.#tail);
    const lines: string[] = [];
    // From the end on: they are asked for several times a second, and there may be hundreds.
    for (let end = text.length; end >= 0 && lines.length < most; ) {
      const begin = end === 0 ? 0 : text.lastIndexOf("\n", end - 1) + 1;
      const line = withoutEscapes(text.slice(begin, end));
      if (lines.length > 0 || line.trim() !== "") {
        lines.unshift(line);
      }
      end = begin - 1;
    }
    return lines;
  }
}

/** What it came to, in a few words: `exit 0 in 1.2 s`. */
export function outcome(
  end: Pick<ExecResult, "exitCode" | "signal" | "timedOut"> & { durationMs?: number | undefined },
): string {
  const how = end.timedOut
    ? "timed out"
    : end.exitCode !== null
      ? `exit ${end.exitCode}`
      : end.signal !== null
        ? `killed by ${end.signal}`
        : "no exit code";
  return end.durationMs === undefined ? how : `${how} in ${duration(end.durationMs)}`;
}

/** A duration as people say it: `320 ms`, `1.2 s`, `3 min 5 s`, `2 h 3 min`. */
export function duration(ms: number): string {
  if (ms < 1_000) {
    return `${Math.round(ms)} ms`;
  }
  if (ms < 59_950) {
    return `${(ms / 1_000).toFixed(1)} s`;
  }
  const seconds = Math.round(ms / 1_000);
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** The first line of a command, cut where it is long. */
export function shortCommand(command: string, most = 60): string {
  const [line = "", ...more] = command.trim().split("\n");
  return line.length > most ? `${line.slice(0, most - 1)}…` : more.length > 0 ? `${line} …` : line;
}
