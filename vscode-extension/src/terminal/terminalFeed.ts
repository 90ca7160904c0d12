import { StringDecoder } from "node:string_decoder";
import type { ExecExitedNotification, ExecOutputNotification, ExecStartedNotification } from "../protocol.ts";
import { outcome } from "../sessions/execView.ts";
import type { SessionEvent } from "../sessions/sessionView.ts";
import { stripEscapes } from "./plainText.ts";
import { PromptLine } from "./promptLine.ts";
import { ScreenModes } from "./screenModes.ts";

/** The alternate screen begins or ends. */
const otherScreen = /\x1b\[\?(?:1049|1047|47)([hl])/g;

/** How much of a text tells in most cases how it ends. */
const keptEnd = 200;

/** How long a line of a job in the background may be before it is shown in pieces. */
const mostUnended = 4_096;

/** What a job in the background has printed of a line that has not ended. */
interface Aside {
  command: string;
  unended: string;
}

/**
 * Makes of a session's events what its terminal is to show: what the shell itself shows, and between its prompts the
 * commands of calls, each as `$ command`, its output and how it ended. The prompt, and what is half typed there, makes room
 * for them and comes back. Pure but for what it remembers.
 */
export class TerminalFeed {
  #prompt = new PromptLine();
  readonly #asides = new Map<string, Aside>();
  readonly #decoders = new Map<string, StringDecoder>();
  #columns = 80;
  #foreground: string | undefined;
  /** What that has made of the terminal. */
  #modes = new ScreenModes();
  /** What all that was shown has made of it. */
  #allModes = new ScreenModes();
  /** Whether that has the terminal, so that whatever else comes there is the prompt. */
  #isOnTerminal = false;
  #isAtLineStart = true;
  #isOnOtherScreen = false;
  /** When it went there. */
  #wasAtLineStart = true;

  /** How wide the screen is. */
  resize(columns: number): void {
    this.#columns = columns;
  }

  /** Whether a program has the whole screen, as an editor or a pager has. */
  get isOnOtherScreen(): boolean {
    return this.#isOnOtherScreen;
  }

  /** The session is another from now on: answers what takes away what is left of the one before. */
  restart(): string {
    const leaving = this.#write(`${this.#allModes.undo}\x1b[0m`);
    const ending = this.#isAtLineStart ? "" : "\r\n";
    this.#prompt = new PromptLine();
    this.#asides.clear();
    this.#decoders.clear();
    this.#foreground = undefined;
    this.#allModes = new ScreenModes();
    this.#isAtLineStart = true;
    return leaving + ending;
  }

  /** What is to be written because of this. */
  render(event: SessionEvent): string {
    switch (event.method) {
      case "sandbox/exec/started":
        return isTyped(event.params) ? "" : this.#started(event.params);
      case "sandbox/exec/output":
        return this.#output(event.params);
      case "sandbox/exec/exited":
        return isTyped(event.params) ? "" : this.#exited(event.params);
      case "sandbox/exec/closed":
        return this.#closed(event.params.execId);
      default:
        return "";
    }
  }

  #started({ execId, command, background }: ExecStartedNotification): string {
    const opening = this.#begin() + title(background ? `${command} &` : command);
    if (background) {
      this.#asides.set(execId, { command, unended: "" });
      return opening + this.#end();
    }
    this.#foreground = execId;
    this.#modes = new ScreenModes();
    this.#isOnTerminal = false;
    this.#isAtLineStart = true;
    return `${opening}\x1b]133;C\x07`;
  }

  #output(output: ExecOutputNotification): string {
    const text = this.#textOf(output);
    if (output.execId === null) {
      return this.#ofShell(text);
    }
    const shown = output.stream === "terminal" ? text : text.replace(/\r?\n/g, "\r\n");
    if (output.execId === this.#foreground) {
      this.#isOnTerminal ||= output.stream === "terminal";
      this.#modes.shown(shown);
      return this.#write(shown);
    }
    const aside = this.#asides.get(output.execId) ?? { command: "", unended: "" };
    this.#asides.set(output.execId, aside);
    const lines = (aside.unended + shown).split("\n");
    aside.unended = lines.pop() ?? "";
    if (aside.unended.length > mostUnended) {
      lines.push(`${aside.unended}\r`);
      aside.unended = "";
    }
    return lines.length === 0 ? "" : this.#between(`${lines.join("\n")}\n`);
  }

  #ofShell(text: string): string {
    const isRunning = this.#foreground !== undefined;
    if (isRunning && this.#prompt.isClearing(text)) {
      this.#isOnTerminal = true;
      this.#prompt.left();
      return "";
    }
    const isPainting = isRunning && (this.#isOnTerminal || this.#prompt.isPainting(text));
    this.#prompt.sent(text);
    // A prompt that is painted while a command has the screen comes back with its end.
    return isPainting ? "" : this.#write(text);
  }

  #exited(end: ExecExitedNotification): string {
    if (end.execId === this.#foreground) {
      this.#foreground = undefined;
      this.#asides.set(end.execId, { command: "", unended: "" });
      const leaving = this.#write(this.#modes.undo);
      const ending = this.#isAtLineStart ? "" : "\r\n";
      return `${leaving}\x1b[0m${ending}${mark(end)}\x1b]133;D;${end.exitCode ?? ""}\x07${this.#end()}`;
    }
    const aside = this.#asides.get(end.execId);
    if (aside === undefined) {
      return "";
    }
    const rest = aside.unended === "" ? "" : `${aside.unended}\r\n`;
    aside.unended = "";
    return this.#between(`${rest}\x1b[0m${mark(end, aside.command)}`);
  }

  #closed(execId: string): string {
    const aside = this.#asides.get(execId);
    this.#asides.delete(execId);
    for (const stream of ["stdout", "stderr", "terminal"]) {
      this.#decoders.delete(`${execId} ${stream}`);
    }
    return aside === undefined || aside.unended === "" ? "" : this.#between(`${aside.unended}\r\n`);
  }

  /** Something that is no part of what the screen shows at the moment. */
  #between(text: string): string {
    return this.#foreground !== undefined || this.#isOnOtherScreen
      ? this.#write(text)
      : `${this.#begin()}${text}${this.#end()}`;
  }

  /** Makes room at the beginning of a line. */
  #begin(): string {
    if (this.#prompt.isShown && this.#foreground === undefined) {
      return this.#prompt.erasing(this.#columns);
    }
    return this.#isAtLineStart ? "" : "\r\n";
  }

  /** Gives the screen back to the shell. */
  #end(): string {
    this.#isAtLineStart = !this.#prompt.isShown;
    return this.#prompt.painting;
  }

  #write(text: string): string {
    this.#allModes.shown(text);
    let from = 0;
    for (const turn of text.matchAll(otherScreen)) {
      this.#moved(text.slice(from, turn.index));
      from = turn.index + turn[0].length;
      this.#isOnOtherScreen = turn[1] === "h";
      if (this.#isOnOtherScreen) {
        this.#wasAtLineStart = this.#isAtLineStart;
      } else {
        this.#isAtLineStart = this.#wasAtLineStart;
      }
    }
    this.#moved(text.slice(from));
    return text;
  }

  #moved(text: string): void {
    // The end is enough, and most of a flood needs no second look.
    const visible = (stripEscapes(text.slice(-keptEnd)) || stripEscapes(text)).replace(/\r+$/, "");
    if (visible !== "") {
      this.#isAtLineStart = visible.endsWith("\n");
    }
  }

  #textOf({ execId, stream, text, dataBase64 }: ExecOutputNotification): string {
    if (text !== undefined) {
      return text;
    }
    const key = `${execId} ${stream}`;
    const decoder = this.#decoders.get(key) ?? new StringDecoder("utf8");
    this.#decoders.set(key, decoder);
    return decoder.write(Buffer.from(dataBase64 ?? "", "base64"));
  }
}

function isTyped({ execId }: { execId: string }): boolean {
  return execId.startsWith("typed-");
}

/** The command as a shell would show it, with the marks by which terminals know a command. */
function title(command: string): string {
  const lines = command.trimEnd().split(/\r?\n/).map(visible);
  const shown = lines.map((line, i) => `\x1b[2m${i === 0 ? "$" : ">"}\x1b[22m \x1b[1m${line}\x1b[22m\r\n`).join("");
  return `\x1b]133;A\x07\x1b]133;B\x07\x1b]633;E;${escaped(command)}\x07${shown}`;
}

/** A command is text of somebody's: what would do something to the terminal is shown instead. */
function visible(line: string): string {
  return line.replace(
    /[\x00-\x08\x0b-\x1f\x7f-\x9f]/g,
    (c) => `^${String.fromCharCode((c.charCodeAt(0) & 0x1f) + 64)}`,
  );
}

/** As VS Code wants a command line in its mark. */
function escaped(command: string): string {
  return command.replace(/[\x00-\x1f\x7f-\x9f\\;]/g, (c) =>
    c === "\\" ? "\\\\" : `\\x${c.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
}

function mark(end: ExecExitedNotification, command = ""): string {
  const isGood = end.exitCode === 0;
  const of = command === "" ? "" : ` ${visible(command.split("\n")[0] ?? "")}`;
  return `\x1b[${isGood ? 32 : 31}m${isGood ? "✔" : "✘"}\x1b[39m\x1b[2m${of} ${outcome(end)}\x1b[22m\r\n`;
}
