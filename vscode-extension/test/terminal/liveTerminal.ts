import { Connection } from "../../src/connection.ts";
import type { ExecOutputNotification, ExecResult } from "../../src/protocol.ts";
import { ServerUnderTest } from "../conformance/serverUnderTest.ts";
import { fileOf, type Recording } from "./recordings.ts";
import { HeadlessTerminal, type Size } from "./screen.ts";

const sessionId = "screen";

/** All bytes that the terminal has drawn, and what it shows then. */
export interface Shown {
  raw: Buffer;
  screen: string;
}

/**
 * A terminal on a session of a real server, as an editor has it: what the session's terminal shows is drawn, in order, and
 * what the terminal answers is typed.
 */
export class LiveTerminal {
  readonly connection: Connection;
  readonly terminal: HeadlessTerminal;
  readonly #server: ServerUnderTest;
  /** What has been drawn. */
  readonly #written: Buffer[] = [];
  #drawn = Promise.resolve();
  #wake = () => {};
  #shell = 0;

  private constructor(server: ServerUnderTest, size: Size) {
    this.#server = server;
    this.connection = new Connection(server.process.output, server.process.input);
    this.terminal = new HeadlessTerminal(size);
    this.connection.on("sandbox/exec/output", (output) => this.#draw(output));
    this.terminal.onReply((text) => void this.type(text));
  }

  static async open(size: Size): Promise<LiveTerminal> {
    const live = new LiveTerminal(await ServerUnderTest.start(), size);
    await live.connection.initialize();
    const params = { sessionId, shell: "sh", size, cwd: live.#server.scratch };
    const { session } = await live.connection.request("sandbox/session/create", params);
    live.#shell = session.pid;
    return live;
  }

  #draw({ stream, text, dataBase64 }: ExecOutputNotification): void {
    if (stream === "terminal") {
      const bytes = text === undefined ? Buffer.from(dataBase64 ?? "", "base64") : Buffer.from(text);
      this.#drawn = this.#drawn
        .then(() => this.terminal.write(bytes))
        .then(() => {
          this.#written.push(bytes);
          this.#wake();
        });
    }
  }

  get #shown(): Shown {
    return { raw: Buffer.concat(this.#written), screen: this.terminal.screen };
  }

  /** Runs a program of the fixtures up to where its recording ends; gives what shows there. */
  async play(recording: Recording, encoding: "utf-8" | "base64"): Promise<Shown> {
    const command = `sh ${fileOf(recording, "sh")}`;
    const result = this.connection.request("sandbox/exec", { sessionId, command, tty: true, encoding });
    if (recording.until === undefined) {
      return this.#shownAt(result);
    }
    await this.#shows(recording.until, result);
    if (recording.resized !== undefined) {
      const { size, until } = recording.resized;
      this.terminal.resize(size);
      await this.connection.request("sandbox/session/resize", { sessionId, size });
      await this.#shows(until, result);
    }
    const shown = this.#shown;
    await this.type(recording.quit ?? "");
    await this.#server.deadline.limit(result, () => new Error(`it did not end\n${this.terminal.text}`));
    return shown;
  }

  async type(text: string): Promise<void> {
    await this.connection.request("sandbox/session/input", { sessionId, text });
  }

  async #shownAt(result: Promise<ExecResult>): Promise<Shown> {
    const { exitCode } = await result;
    if (exitCode !== 0) {
      throw new Error(`exit code ${exitCode}\n${this.terminal.text}`);
    }
    // All output of a command comes before its result.
    await this.#drawn;
    return this.#shown;
  }

  async #shows(text: string, result: Promise<ExecResult>): Promise<void> {
    const ended = result.then(() => Promise.reject(new Error(`it ended without ${text}\n${this.terminal.text}`)));
    ended.catch(() => {});
    while (!this.terminal.text.includes(text)) {
      const drawn = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      const late = () => new Error(`the screen never showed ${text}\n${this.terminal.text}`);
      await this.#server.deadline.limit(Promise.race([drawn, ended]), late);
    }
  }

  /** Ends the server; throws where anything is left of it. */
  async close(): Promise<void> {
    await this.connection.shutdown();
    const end = await this.#server.process.ended;
    this.connection.dispose();
    await this.#server.end(new Set([this.#shell]));
    if (end.exitCode !== 0) {
      throw new Error(`the server ended with ${end.exitCode ?? end.signal}`);
    }
  }
}
