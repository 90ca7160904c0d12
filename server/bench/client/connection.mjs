// A client's side of the protocol: JSON-RPC in LSP frames over two streams, wherever those lead.

import { FrameReader } from "./frameReader.mjs";

export class Connection {
  #requests;
  #reader = new FrameReader((message) => this.#receive(message));
  #waiting = new Map();
  #lastId = 0;

  /** Called with every notification's method and parameters. */
  onNotification = () => {};

  /** @param requests where the other side reads; @param answers where it writes */
  constructor(requests, answers) {
    this.#requests = requests;
    answers.on("data", (chunk) => this.#reader.accept(chunk));
  }

  get framesRead() {
    return this.#reader.frames;
  }

  get bytesRead() {
    return this.#reader.bytes;
  }

  async initialize() {
    await this.request("initialize", { processId: process.pid, rootUri: null, capabilities: {} });
    this.notify("initialized", {});
    return this;
  }

  request(method, params) {
    const id = ++this.#lastId;
    this.#send({ jsonrpc: "2.0", id, method, params });
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  notify(method, params) {
    this.#send({ jsonrpc: "2.0", method, params });
  }

  exec(command, more = {}) {
    return this.request("sandbox/exec", { command, ...more });
  }

  /** Asks as LSP does; the other side hangs up then. */
  async leave() {
    await this.request("shutdown", null);
    this.notify("exit", null);
  }

  /** The other side is gone, and answers nothing that it owes. */
  lost(reason) {
    for (const { reject } of this.#waiting.values()) {
      reject(new Error(`${reason} while it owed an answer`));
    }
    this.#waiting.clear();
  }

  #send(message) {
    const body = JSON.stringify(message);
    this.#requests.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #receive(message) {
    if (message.id === undefined) {
      this.onNotification(message.method, message.params);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    if (waiting === undefined) {
      return;
    }
    this.#waiting.delete(message.id);
    if (message.error) {
      waiting.reject(new Error(`${message.error.code} ${message.error.message}`));
    } else {
      waiting.resolve(message.result);
    }
  }
}
