// What a server can leave behind: processes, as Linux lists them, and files.

import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { visible } from "./json.ts";

export interface Traces {
  /** Where the server was told to keep its files. */
  runtimeFolder: string;
  /** What stands in the environment of the server and of all that it starts. */
  mark: string;
  /** The pids of its shells, each the leader of a session. */
  shells: ReadonlySet<number>;
}

/** Processes that are the server's: by session, by an argument, by their environment, by an open file. */
export function processesOf(traces: Traces): string[] {
  return readdirSync("/proc").filter((entry) => {
    if (!/^\d+$/.test(entry) || Number(entry) === process.pid) {
      return false;
    }
    const stat = read(`/proc/${entry}/stat`);
    // Behind the name, which can hold anything: state, parent, group, session.
    const [state, , , session] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    // A process that has ended holds nothing; whether somebody takes note of its end is another question.
    return (
      state !== undefined &&
      session !== undefined &&
      state !== "Z" &&
      (traces.shells.has(Number(session)) ||
        read(`/proc/${entry}/cmdline`).includes(traces.runtimeFolder) ||
        read(`/proc/${entry}/environ`).includes(traces.mark) ||
        openFilesOf(entry).some((file) => file.startsWith(traces.runtimeFolder)))
    );
  });
}

/** FIFOs and folders of servers; the list of known shells may stay. */
export function filesOf(runtimeFolder: string): string[] {
  const left: string[] = [];
  for (const top of readdirSync(runtimeFolder)) {
    for (const entry of readdirSync(join(runtimeFolder, top), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) {
        left.push(join(entry.parentPath, entry.name));
      }
    }
  }
  return left;
}

/** A process as a message can show it. */
export function describeProcess(pid: string): string {
  const command = read(`/proc/${pid}/cmdline`).replaceAll("\0", " ");
  return `${pid} ${read(`/proc/${pid}/stat`).trim()} | ${visible(command)} | waits in ${read(`/proc/${pid}/wchan`)}`;
}

function openFilesOf(pid: string): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((fd) => {
      try {
        return readlinkSync(`/proc/${pid}/fd/${fd}`);
      } catch {
        return "";
      }
    });
  } catch {
    // It has ended meanwhile, or is somebody else's.
    return [];
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, "latin1");
  } catch {
    return "";
  }
}
