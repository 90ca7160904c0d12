// Many sessions in one server: what each costs, what all do together, and what one feels of the others.

import { Floor } from "../client/floor.mjs";
import { facts, javaProcess } from "../client/processFacts.mjs";
import { Server } from "../client/server.mjs";
import { interleaved, median, summary, timed } from "../statistics.mjs";

const MOST_FLOORS = 100;

export async function sessions({ command, report, isQuick }) {
  const steps = isQuick ? [1, 10, 50] : [1, 10, 50, 100, 500];
  const server = await Server.start(command);
  const java = javaProcess(server.pid);
  const floors = [];
  const ids = [];
  const found = [];
  try {
    for (const step of steps) {
      found.push(await measure(step, { server, java, floors, ids, isQuick, report }));
    }
    const first = found[0];
    const last = found.at(-1);
    const added = last.count - first.count;
    const threads = (last.memory.threads - first.memory.threads) / added;
    report.add({ name: "threads per session", value: threads, digits: 2, target: "<= 4", isReached: threads <= 4 });
    report.add({ name: "memory of the server per session", value: ((last.idle.rssMb - first.idle.rssMb) * 1024) / added, unit: "kB" });
    const growth = last.latency.ratio / first.latency.ratio;
    report.add({
      name: `exec \`true\` p50 among ${last.count} sessions, to among ${first.count} (each over its floor)`,
      value: growth,
      digits: 2,
      target: "<= 1.5",
      isReached: growth <= 1.5,
    });
    report.add({
      name: `memory, ${last.count} sessions, peak`,
      value: last.memory.peakMb,
      unit: "MB",
      target: "< 256 MB",
      isReached: last.memory.peakMb < 256,
    });
  } finally {
    await Promise.all([server.stop(), ...floors.map((floor) => floor.stop())]);
  }
}

async function measure(count, { server, java, floors, ids, isQuick, report }) {
  // One at a time, beside a bash that is started and answers once.
  const creations = { ours: [], theirs: [] };
  while (ids.length < count) {
    const id = `session-${ids.length + 1}-of-many`;
    creations.ours.push(...(await timed(1, () => server.request("sandbox/session/create", { sessionId: id }))));
    ids.push(id);
    if (floors.length < MOST_FLOORS) {
      creations.theirs.push(
        ...(await timed(1, () => {
          const floor = new Floor();
          floors.push(floor);
          return floor.run("true");
        })),
      );
    }
  }
  if (count === 1) {
    // Before its memory is looked at, so that what the JVM takes to warm up is not laid on the other sessions.
    await timed(isQuick ? 1_500 : 3_000, () => server.exec("true", { sessionId: ids[0] }));
    await timed(300, () => floors[0].run("true"));
  } else {
    tellCreation(report, count, creations);
  }
  const idle = facts(java);
  const [ours, theirs] = (
    await interleaved(
      isQuick ? 300 : 1_000,
      50,
      () => server.exec("true", { sessionId: ids[0] }),
      () => floors[0].run("true"),
    )
  ).map(summary);
  report.add({ name: `${count} sessions: exec \`true\` p50 in one`, value: ours.p50, floor: theirs.p50, unit: "µs" });

  const rates = await together(server, ids, floors, isQuick ? 1_000 : 2_000);
  const isJudged = count === 50;
  report.add({
    name: `${count} sessions: execs/s together`,
    value: rates.ours,
    floor: rates.theirs,
    target: isJudged ? ">= 0.5x" : null,
    isReached: isJudged ? rates.ours >= 0.5 * rates.theirs : null,
  });
  const memory = facts(java);
  report.add({ name: `${count} sessions: memory of the server`, value: memory.rssMb, unit: "MB", details: { idle, memory } });
  return { count, idle, memory, latency: { ...ours, ratio: ours.p50 / theirs.p50 } };
}

function tellCreation(report, count, { ours, theirs }) {
  const create = median(ours) / 1000;
  const floor = theirs.length > 0 ? median(theirs) / 1000 : null;
  const own = create - (floor ?? 0);
  report.add({
    name: `${count} sessions: creation of each, p50`,
    value: create,
    floor,
    unit: "ms",
    digits: 1,
    target: "< 10 ms over floor",
    isReached: own < 10,
    details: { ours: summary(ours), theirs: theirs.length > 0 ? summary(theirs) : null },
  });
}

/** Keeps every shell busy, one command in flight in each; the two kinds in turns. */
async function together(server, ids, floors, durationMs) {
  const rates = { ours: [], theirs: [] };
  // As many as there are sessions, up to those that there are: past a hundred, one more adds nothing to their sum.
  const bashes = floors.slice(0, ids.length);
  const rounds = 3;
  for (let round = -1; round < rounds; round++) {
    const time = durationMs / rounds;
    const ours = await rate(ids, time, (id) => server.exec("true", { sessionId: id }));
    const theirs = await rate(bashes, time, (floor) => floor.run("true"));
    if (round >= 0) {
      rates.ours.push(ours);
      rates.theirs.push(theirs);
    }
  }
  return { ours: median(rates.ours), theirs: median(rates.theirs) };
}

async function rate(shells, durationMs, action) {
  const began = performance.now();
  const until = began + durationMs;
  let count = 0;
  const keepBusy = async (shell) => {
    do {
      await action(shell);
      count++;
    } while (performance.now() < until);
  };
  await Promise.all(shells.map(keepBusy));
  return (count * 1000) / (performance.now() - began);
}
