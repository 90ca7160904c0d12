// What /proc says of a process: memory, threads, processor time.

import { readFileSync, readdirSync } from "node:fs";

const TICK_MS = 10;

/** Resident memory now and at its peak, in MB of 2^20 bytes, and the number of threads. */
export function facts(pid) {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const number = (field) => Number(new RegExp(`^${field}:\\s+(\\d+)`, "m").exec(status)[1]);
  return { rssMb: number("VmRSS") / 1024, peakMb: number("VmHWM") / 1024, threads: number("Threads") };
}

/** How many descriptors it has open. */
export function descriptors(pid) {
  return readdirSync(`/proc/${pid}/fd`).length;
}

/** The processes that it has started and that have not been waited for. */
export function children(pid) {
  return readdirSync(`/proc/${pid}/task`).flatMap((task) => {
    try {
      return readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number);
    } catch {
      // A thread that has ended meanwhile has none.
      return [];
    }
  });
}

/** Processor time in milliseconds, of all its threads. */
export function processorMs(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** The process itself, or the Java process below it where a launcher has not become it. */
export function javaProcess(pid) {
  if (readFileSync(`/proc/${pid}/comm`, "utf8").trim() === "java") {
    return pid;
  }
  for (const task of readdirSync(`/proc/${pid}/task`)) {
    const children = readFileSync(`/proc/${pid}/task/${task}/children`, "utf8");
    for (const child of children.trim().split(" ").filter(Boolean)) {
      const found = javaProcess(Number(child));
      if (found !== null) {
        return found;
      }
    }
  }
  return null;
}

/** Looks at a process every so often until told to stop; answers the largest that it saw. */
export class Sampler {
  #pid;
  #timer;
  #largest = { rssMb: 0, threads: 0 };

  constructor(pid, intervalMs = 50) {
    this.#pid = pid;
    this.#timer = setInterval(() => this.#look(), intervalMs);
    this.#look();
  }

  stop() {
    clearInterval(this.#timer);
    this.#look();
    return this.#largest;
  }

  #look() {
    try {
      const now = facts(this.#pid);
      this.#largest.rssMb = Math.max(this.#largest.rssMb, now.rssMb);
      this.#largest.threads = Math.max(this.#largest.threads, now.threads);
    } catch {
      // It has ended.
    }
  }
}
