// Clients come and go at one daemon for a while; README.md says what is looked at, and what it may not exceed.

import { execFileSync } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { readdirSync, readlinkSync } from "node:fs";
import { parseArgs } from "node:util";
import { Daemon } from "./client/daemon.mjs";
import { children, descriptors, facts } from "./client/processFacts.mjs";
import { program } from "./command.mjs";
import { VISITS } from "./soakVisits.mjs";

const USAGE = "usage: server/bench/soak [MINUTES] [--clients N] [--looks N]";

/** How long the daemon has to become as it was: idle workers go after a while, ended clients within a turn. */
const PATIENCE_MS = 60_000;

/** What it may have more at a look than at the first, which comes after it has warmed up. */
const BOUNDS = { descriptors: 0, threads: 2, children: 0, liveMb: 4, rssMb: 24 };

/** What it may have at any time. */
const MOST_RSS_MB = 256;

function options() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        clients: { type: "string", default: "4" },
        looks: { type: "string", default: "6" },
        help: { type: "boolean", default: false },
      },
    });
    const numbers = { minutes: positionals[0] ?? "10", clients: values.clients, looks: values.looks };
    const [minutes, clients, looks] = Object.entries(numbers).map(([name, text]) => {
      if (!(Number(text) > 0)) {
        throw new Error(`${name} must be a number over 0, got "${text}"`);
      }
      return Number(text);
    });
    return { minutes, clients, looks, help: values.help };
  } catch (e) {
    console.error(`${e.message}\n${USAGE}`);
    process.exit(2);
  }
}

/**
 * What is left in the heap after a full collection, in MB; null where the JDK's tool is not there. What the C library
 * keeps of memory that nobody uses any more goes back to the system, too, where this JVM can ask for that.
 */
function liveMb(pid) {
  try {
    execFileSync("jcmd", [String(pid), "System.trim_native_heap"], { stdio: "ignore" });
  } catch {
    // Then what is resident says a little more than what is used.
  }
  try {
    const histogram = execFileSync("jcmd", [String(pid), "GC.class_histogram"], { encoding: "utf8", stdio: "pipe" });
    return Number(/^Total\s+\d+\s+(\d+)/m.exec(histogram)[1]) / 2 ** 20;
  } catch {
    return null;
  }
}

function look(pid) {
  const { rssMb, peakMb, threads } = facts(pid);
  return { descriptors: descriptors(pid), threads, children: children(pid).length, rssMb, peakMb };
}

const isWithin = (now, first) =>
  ["descriptors", "threads", "children"].every((name) => now[name] <= first[name] + BOUNDS[name]);

/** Once nobody is there but the keeper; waits until all is as it was, but not for ever. */
async function lookAtRest(pid, first) {
  const began = performance.now();
  let now = look(pid);
  while (performance.now() - began < PATIENCE_MS && (first === undefined ? !isSettled() : !isWithin(now, first))) {
    await pause(200);
    now = look(pid);
  }
  const live = liveMb(pid);
  return { ...now, liveMb: live, rssMb: facts(pid).rssMb };

  /** Nothing else is known of the first look but that what is not used goes in time. */
  function isSettled() {
    return performance.now() - began > PATIENCE_MS / 4;
  }
}

function tell(minute, visits, { descriptors, threads, children, rssMb, peakMb, liveMb }) {
  const live = liveMb === null ? "no jcmd" : `${liveMb.toFixed(1)} MB live`;
  console.log(
    `${minute.toFixed(1).padStart(5)} min ${String(visits).padStart(6)} visits: ${rssMb.toFixed(0)} MB resident ` +
      `(${peakMb.toFixed(0)} at its peak), ${live}, ${descriptors} descriptors, ${threads} threads, ${children} children`,
  );
}

function complaintsAbout(now, first) {
  const complaints = Object.entries(BOUNDS)
    .filter(([name, more]) => now[name] !== null && now[name] > first[name] + more)
    .map(([name, more]) => `${name}: ${now[name]}, and at first ${first[name]}; at most ${more} more is right`);
  if (now.peakMb > MOST_RSS_MB) {
    complaints.push(`memory: ${now.peakMb.toFixed(0)} MB resident at its peak; at most ${MOST_RSS_MB} is right`);
  }
  return complaints;
}

/** What a leak is made of. */
function details(pid) {
  const links = readdirSync(`/proc/${pid}/fd`).map((fd) => {
    try {
      return readlinkSync(`/proc/${pid}/fd/${fd}`).replace(/\d+/g, "N");
    } catch {
      return "gone";
    }
  });
  const counts = new Map();
  links.forEach((link) => counts.set(link, (counts.get(link) ?? 0) + 1));
  return [...counts].map(([link, count]) => `  ${count} × ${link}`).join("\n");
}

const given = options();
if (given.help) {
  console.log(USAGE);
  process.exit(0);
}
const daemon = await Daemon.start(program());
// Is there all the time, deletes what others have left, and sees that nothing is left.
const keeper = await daemon.client();
// The first question has the JVM open a socket for more of them.
liveMb(daemon.pid);
let visits = 0;
const counts = new Map();

/** Visits of all kinds, each client's in an order of its own, until the time is over. */
async function visitUntil(end, client) {
  const names = Object.keys(VISITS);
  for (let i = client; performance.now() < end; i++) {
    const name = names[(i * 7 + client * 3) % names.length];
    const id = `${name}-${client}-${++visits}`;
    try {
      await VISITS[name]({ daemon, keeper, id });
    } catch (e) {
      throw new Error(`${id}: ${e.message}`, { cause: e });
    }
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
}

let failed = false;
try {
  const began = performance.now();
  const minutes = () => (performance.now() - began) / 60_000;
  let first;
  for (let round = 1; round <= given.looks; round++) {
    const end = began + (given.minutes * 60_000 * round) / given.looks;
    await Promise.all(Array.from({ length: given.clients }, (_, client) => visitUntil(end, client)));
    const { sessions } = await keeper.request("sandbox/session/list", {});
    const now = await lookAtRest(daemon.pid, first);
    tell(minutes(), visits, now);
    first ??= now;
    const complaints = complaintsAbout(now, first);
    if (sessions.length > 0) {
      complaints.push(`sessions are left: ${sessions.map((session) => session.sessionId).join(", ")}`);
    }
    complaints.forEach((complaint) => console.log(`FAILED ${complaint}`));
    if (complaints.length > 0) {
      console.log(details(daemon.pid));
      failed = true;
    }
  }
  console.log([...counts].map(([name, count]) => `${name}: ${count}`).join(", "));
} finally {
  await keeper.stop();
  await daemon.stop();
}
process.exit(failed ? 1 : 0);
