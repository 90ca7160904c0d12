import type { ServerProcess } from "../../src/serverProcess.ts";
import type { Deadline } from "./deadline.ts";
import { FrameReader } from "./frameReader.ts";
import { type JsonObject, visible } from "./json.ts";
import { ProtocolInvariants } from "./protocolInvariants.ts";

const remembered = 300;

/**
 * A client down to its bytes. Every message that is taken is held against the invariants. Remembers the last lines of the
 * dialogue for its failures.
 */
export class WireClient {
  readonly invariants = new ProtocolInvariants();
  readonly server: ServerProcess;
  readonly #deadline: Deadline;
  /** What has come and was not taken; null is the end of the stream, text a complaint. */
  readonly #received: (JsonObject | string | null)[] = [];
  readonly #dialogue: string[] = [];
  #wake = () => {};
  #isEnded = false;

  constructor(server: ServerProcess, deadline: Deadline) {
    this.server = server;
    this.#deadline = deadline;
    const reader = new FrameReader();
    server.output.on("data", (chunk: Buffer) => {
      try {
        for (const message of reader.accept(chunk)) {
          this.#receive(message);
        }
      } catch (error) {
        this.#receive(`the server sent no protocol: ${error}`);
      }
    });
    server.output.on("end", () => this.#receive(reader.isWithin ? "half a message at the end" : null));
  }

  #receive(what: JsonObject | string | null): void {
    this.#received.push(what);
    this.#wake();
  }

  // ---- sending

  send(message: JsonObject): void {
    this.invariants.sent(message);
    this.#remember(`> ${JSON.stringify(message)}`);
    this.server.input.write(framed(JSON.stringify({ jsonrpc: "2.0", ...message })));
  }

  /** Sends any text as the body of a well-formed frame. */
  sendBody(body: string): void {
    this.#remember(`>frame ${body}`);
    this.server.input.write(framed(body));
  }

  /** One byte for each character. */
  sendBytes(bytes: string): void {
    this.#remember(`>raw ${bytes}`);
    this.server.input.write(Buffer.from(bytes, "latin1"));
  }

  closeInput(): void {
    this.#remember(">eof");
    this.server.input.end();
  }

  // ---- receiving

  /** The next message, or null at the end of the stream. */
  async take(): Promise<JsonObject | null> {
    if (this.#isEnded) {
      return null;
    }
    if (this.#received.length === 0) {
      const arrival = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      await this.#deadline.limit(arrival, () => this.failure("no message came before the test's deadline"));
    }
    const next = this.#received.shift() ?? null;
    if (typeof next === "string") {
      throw this.failure(next);
    }
    if (next === null) {
      this.#isEnded = true;
      this.#remember("<eof");
      return null;
    }
    this.#remember(`< ${JSON.stringify(next)}`);
    const broken = this.invariants.check(next);
    if (broken !== null) {
      throw this.failure(broken);
    }
    return next;
  }

  async exitCode(): Promise<number | null> {
    const end = await this.#deadline.limit(this.server.ended, () => this.failure("the server process has not ended"));
    return end.exitCode;
  }

  // ---- failing

  #remember(line: string): void {
    this.#dialogue.push(visible(line));
    if (this.#dialogue.length > remembered) {
      this.#dialogue.shift();
    }
  }

  /** An error that shows the dialogue so far, the state of the server and what it said last. */
  failure(why: string): Error {
    const status = `process ${this.server.pid} ${this.server.isRunning ? "is alive" : "has ended"}`;
    const log = this.server.log.slice(-1000);
    return new Error(
      `${why}\n---- the dialogue so far\n${this.#dialogue.join("\n")}\n---- the server: ${status}\n---- its stderr\n${log}`,
    );
  }
}

function framed(body: string): string {
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
