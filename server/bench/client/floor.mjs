// The floor: a bash on plain pipes, which is told a command and a line that marks its end. It keeps no promise that the
// server keeps (two streams, output that looks like a marker, a shell that ends); nothing that drives a live shell from
// Node can be faster.

import { ended, start } from "./processes.mjs";

/** Comes in no text that is measured. */
const MARK = 0x1e;
const LONGEST_MARK = 8;

export class Floor {
  #child;
  #resolve = null;
  #bytes = 0;
  #tail = "";

  constructor() {
    this.#child = start("bash", ["--noprofile", "--norc"], { stderr: "ignore" });
    this.#child.stdout.on("data", (chunk) => this.#receive(chunk));
  }

  get pid() {
    return this.#child.pid;
  }

  /** Runs a command; resolves with its status and how many bytes it printed. */
  run(command) {
    this.#bytes = 0;
    this.#tail = "";
    this.#child.stdin.write(`${command}; printf '\\036%d\\n' $?\n`);
    return new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  async stop() {
    this.#child.stdin.end();
    await ended(this.#child);
  }

  #receive(chunk) {
    this.#bytes += chunk.length;
    // The mark is the last that a command's line prints, so only the end is looked at; it may be cut.
    this.#tail = (this.#tail + chunk.latin1Slice(Math.max(0, chunk.length - LONGEST_MARK))).slice(-LONGEST_MARK);
    const at = this.#tail.lastIndexOf(String.fromCharCode(MARK));
    if (at >= 0 && this.#tail.endsWith("\n")) {
      const mark = this.#tail.slice(at);
      const resolve = this.#resolve;
      this.#resolve = null;
      resolve?.({ status: Number.parseInt(mark.slice(1), 10), bytes: this.#bytes - mark.length });
    }
  }
}
