// Every process that a measurement starts, so that none is left behind, however it ends.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const running = new Set();
const folders = new Set();
const daemons = new Set();
let own;

/** What is measured does not belong into the user's own history, nor into the user's own daemon. */
export function environment() {
  own ??= scratchFolder();
  return { ...process.env, SANDSHELL_STATE_DIR: own, SANDSHELL_RUNTIME_DIR: own };
}

/** A process that is nobody's child, to be ended with us where nobody has ended it before. */
export const remember = (pid) => daemons.add(pid);
export const forget = (pid) => daemons.delete(pid);

/** Starts a process in a group of its own, with its streams in our hands and its complaints on our stderr. */
export function start(command, args, { stderr = "inherit", more = {} } = {}) {
  const env = { ...environment(), ...more };
  const child = spawn(command, args, { stdio: ["pipe", "pipe", stderr], detached: true, env });
  running.add(child);
  child.on("exit", () => running.delete(child));
  // A process that is gone shows by its exit; what was still to be written to it is of no interest.
  child.stdin.on("error", () => {});
  return child;
}

/** Waits for its end; one that does not come in time is forced. */
export function ended(child, patienceMs = 10_000) {
  if (child.exitCode !== null || child.signalCode !== null) {
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    const timer = setTimeout(() => killGroup(child), patienceMs);
    child.once("exit", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** A folder in memory, where the system has such a place, that is removed at the end. */
export function scratchFolder() {
  const shm = statSync("/dev/shm", { throwIfNoEntry: false });
  const folder = mkdtempSync(join(shm?.isDirectory() ? "/dev/shm" : tmpdir(), "sandshell-bench-"));
  folders.add(folder);
  return folder;
}

function killGroup(child) {
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // Gone already.
  }
}

function cleanUp() {
  running.forEach(killGroup);
  running.clear();
  for (const pid of daemons) {
    try {
      process.kill(pid, "SIGTERM");
    } catch {
      // Gone already.
    }
  }
  daemons.clear();
  for (const folder of folders) {
    rmSync(folder, { recursive: true, force: true });
  }
  folders.clear();
}

process.on("exit", cleanUp);
for (const [signal, code] of [["SIGINT", 130], ["SIGTERM", 143], ["SIGHUP", 129]]) {
  // The server's own guardian ends its shells when the server is killed.
  process.on(signal, () => process.exit(code));
}
