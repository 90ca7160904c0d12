// The server as an editor sees it: a child process that speaks the protocol on its stdio.

import { Connection } from "./connection.mjs";
import { ended, start } from "./processes.mjs";

export class Server extends Connection {
  #child;

  constructor([command, ...args], environment) {
    const child = start(command, args, { more: environment });
    super(child.stdin, child.stdout);
    this.#child = child;
    child.on("exit", (code, signal) => this.lost(`the server ended with ${signal ?? code}`));
  }

  /** @param environment what the server's environment has beside this process's own */
  static async start(command, environment) {
    return new Server(command, environment).initialize();
  }

  get pid() {
    return this.#child.pid;
  }

  async stop() {
    await this.leave();
    await ended(this.#child);
  }

  /** Ends the process by force. */
  async kill() {
    this.#child.kill("SIGKILL");
    await ended(this.#child);
  }
}
