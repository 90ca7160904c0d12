// The server as an editor sees it: a child process that speaks JSON-RPC in LSP frames on its stdio.

import { FrameReader } from "./frameReader.mjs";
import { ended, start } from "./processes.mjs";

export class Server {
  #child;
  #reader = new FrameReader((message) => this.#receive(message));
  #waiting = new Map();
  #lastId = 0;

  /** Called with every notification's method and parameters. */
  onNotification = () => {};

  constructor([command, ...args]) {
    this.#child = start(command, args);
    this.#child.stdout.on("data", (chunk) => this.#reader.accept(chunk));
    this.#child.on("exit", (code, signal) => {
      for (const { reject } of this.#waiting.values()) {
        reject(new Error(`the server ended with ${signal ?? code} while it owed an answer`));
      }
      this.#waiting.clear();
    });
  }

  static async start(command) {
    const server = new Server(command);
    await server.request("initialize", { processId: process.pid, rootUri: null, capabilities: {} });
    server.notify("initialized", {});
    return server;
  }

  get pid() {
    return this.#child.pid;
  }

  get framesRead() {
    return this.#reader.frames;
  }

  get bytesRead() {
    return this.#reader.bytes;
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

  async stop() {
    await this.request("shutdown", null);
    this.notify("exit", null);
    await ended(this.#child);
  }

  #send(message) {
    const body = JSON.stringify(message);
    this.#child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #receive(message) {
    if (message.id === undefined) {
      this.onNotification(message.method, message.params);
      return;
    }
    const { resolve, reject } = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.error) {
      reject(new Error(`${message.error.code} ${message.error.message}`));
    } else {
      resolve(message.result);
    }
  }
}
