// A daemon of our own, in folders of our own: the user's is not touched.

import { execFile } from "node:child_process";
import { connect } from "node:net";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { Connection } from "./connection.mjs";
import { environment, forget, remember } from "./processes.mjs";
import { Server } from "./server.mjs";

const run = promisify(execFile);

/** A client on the daemon's socket. */
export class SocketClient extends Connection {
  #socket;

  constructor(socket) {
    super(socket, socket);
    this.#socket = socket;
    // What was still to be written to one that has hung up is of no interest.
    socket.on("error", () => {});
    socket.on("close", () => this.lost("the daemon hung up"));
  }

  async stop() {
    const closed = once(this.#socket, "close");
    await this.leave();
    await closed;
  }

  /** Is gone, as a process that was killed is. */
  async kill() {
    this.#socket.destroy();
  }
}

export class Daemon {
  #program;

  constructor(program, socket) {
    this.#program = program;
    this.socket = socket;
    this.pid = Number(readFileSync(join(dirname(socket), "daemon.lock"), "utf8"));
    remember(this.pid);
  }

  /** @param {string[]} program the words before `serve` and `daemon` */
  static async start(program) {
    const { stdout } = await run(program[0], [...program.slice(1), "daemon", "--print-socket"], { env: environment() });
    return new Daemon(program, stdout.trim());
  }

  /** A bare connection to its socket. */
  async socketTo() {
    const socket = connect(this.socket);
    await once(socket, "connect");
    return socket;
  }

  async client() {
    return new SocketClient(await this.socketTo()).initialize();
  }

  /** A client behind `serve --shared`, as an editor has it. */
  relay() {
    return Server.start([...this.#program, "serve", "--shared"]);
  }

  /** Ends its sessions and itself. */
  async stop() {
    await run(this.#program[0], [...this.#program.slice(1), "daemon", "stop"], { env: environment() });
    forget(this.pid);
  }
}
