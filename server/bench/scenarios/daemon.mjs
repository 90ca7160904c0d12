// The user's daemon, beside a server of one's own: what the socket and the relay cost, what a session costs that nobody
// uses, and what many clients of one session feel of each other.

import { Daemon } from "../client/daemon.mjs";
import { Floor } from "../client/floor.mjs";
import { Sampler, descriptors, facts, javaProcess } from "../client/processFacts.mjs";
import { Server } from "../client/server.mjs";
import { interleaved, median, summary, timed } from "../statistics.mjs";
import { expect, print, rawPipe, streamed, textFile } from "./text.mjs";

const BLOCK = 50;
const CLIENTS = 50;
const MOST_MB = 256;

export async function daemon({ program, command, report, isQuick }) {
  const shared = await Daemon.start(program);
  const floor = new Floor();
  const clients = {
    "its own server": await Server.start(command),
    relay: await shared.relay(),
    socket: await shared.client(),
  };
  const all = { shared, floor, clients, report, isQuick };
  try {
    await latency(all);
    await throughput(all);
    await watched(all);
    await manySessions(all);
    const { peakMb } = facts(shared.pid);
    report.add({
      name: "memory of the daemon, peak",
      value: peakMb,
      unit: "MB",
      target: `< ${MOST_MB} MB`,
      isReached: peakMb < MOST_MB,
    });
  } finally {
    await Promise.all([...Object.values(clients).map((client) => client.stop()), floor.stop()]);
    await shared.stop();
  }
}

/** Each way has a session of its own, so that none tells another's client of its commands. */
function sessionOf(way) {
  return `by ${way}`;
}

async function latency({ floor, clients, report, isQuick }) {
  const ways = Object.entries(clients);
  const actions = ways.map(([way, client]) => () => client.exec("true", { sessionId: sessionOf(way) }));
  for (const [way, client] of ways) {
    await client.request("sandbox/session/create", { sessionId: sessionOf(way) });
  }
  for (const action of actions) {
    await timed(isQuick ? 1_500 : 3_000, action);
  }
  await timed(300, () => floor.run("true"));
  const times = await interleaved(isQuick ? 500 : 2_000, BLOCK, () => floor.run("true"), ...actions);
  const [bare, own, ...rest] = times.map(summary);
  const results = [own, ...rest];
  for (const rank of ["p50", "p90", "p99"]) {
    ways.forEach(([way], i) => {
      report.add({ name: `exec \`true\` ${rank}, ${way}`, value: results[i][rank], floor: bare[rank], unit: "µs" });
    });
  }
  ways.slice(1).forEach(([way], i) => {
    tellRatio(report, `exec \`true\` p50, ${way} to its own server`, rest[i].p50, own.p50, "µs", {
      socket: 1.25,
      relay: 1.6,
    }[way]);
  });
}

/** How one way does beside a server of its client's own; below 1 is faster. */
function tellRatio(report, name, value, floor, unit, most) {
  report.add({ name, value, floor, unit, target: `<= ${most}x`, isReached: value <= most * floor });
}

async function throughput({ shared, floor, clients, report, isQuick }) {
  const file = textFile();
  const total = isQuick ? 80_000_000 : 400_000_000;
  const rounds = isQuick ? 2 : 3;
  const ways = {
    floor: (bytes) => rawPipe(floor, print(file, bytes), bytes),
    ...Object.fromEntries(
      Object.entries(clients).map(([way, client]) => [
        way,
        (bytes) => streamed(client, print(file, bytes), bytes, sessionOf(way)),
      ]),
    ),
  };
  const speeds = Object.fromEntries(Object.keys(ways).map((way) => [way, []]));
  for (let round = -1; round < rounds; round++) {
    // The round before the first warms up.
    const bytes = round < 0 ? total / 5 : total;
    for (const [way, run] of Object.entries(ways)) {
      const began = performance.now();
      await run(bytes);
      if (round >= 0) {
        speeds[way].push(bytes / 1e3 / (performance.now() - began));
      }
    }
  }
  const raw = median(speeds.floor);
  const own = median(speeds["its own server"]);
  for (const way of Object.keys(clients)) {
    const value = median(speeds[way]);
    const isJudged = way !== "its own server";
    report.add({
      name: `${total / 1e6} MB of text, streamed, ${way}`,
      value,
      floor: raw,
      unit: "MB/s",
      target: isJudged ? ">= 0.7x of its own server" : null,
      isReached: isJudged ? value >= 0.7 * own : null,
      details: speeds[way],
    });
  }
  tellMemory(report, "memory of the daemon after that", facts(shared.pid).rssMb);
}

function tellMemory(report, name, value) {
  report.add({ name, value, unit: "MB", target: `< ${MOST_MB} MB`, isReached: value < MOST_MB });
}

/** Many look on while one session floods; another session is worked in meanwhile. */
async function watched({ shared, clients, report, isQuick }) {
  const sessionId = "watched";
  const lines = isQuick ? 100_000 : 800_000;
  const worker = clients.socket;
  const alone = await flood(shared, sessionId, 1, lines);
  const quiet = summary(await timed(200, () => worker.exec("true", { sessionId: sessionOf("socket") })));
  const times = [];
  let isOver = false;
  const sampler = new Sampler(shared.pid);
  const together = flood(shared, sessionId, CLIENTS, lines).finally(() => {
    isOver = true;
  });
  while (!isOver) {
    times.push(...(await timed(1, () => worker.exec("true", { sessionId: sessionOf("socket") }))));
  }
  const many = await together;
  const { rssMb, threads } = sampler.stop();
  report.add({
    name: `a flood told to ${CLIENTS} clients, all of them together (floor: to one)`,
    value: many,
    floor: alone,
    unit: "MB/s",
    details: { threads },
  });
  report.add({
    name: "exec `true` p50 in another session meanwhile (floor: before)",
    value: summary(times).p50,
    floor: quiet.p50,
    unit: "µs",
    details: summary(times),
  });
  tellMemory(report, `memory of the daemon meanwhile, ${CLIENTS} clients, largest seen`, rssMb);
}

/** In MB a second, over all clients; each has to be told every byte. */
async function flood(shared, sessionId, count, lines) {
  const clients = await Promise.all(Array.from({ length: count }, () => shared.client()));
  await clients[0].request("sandbox/session/create", { sessionId });
  await Promise.all(clients.slice(1).map((client) => client.request("sandbox/session/attach", { sessionId })));
  const began = performance.now();
  const seen = clients.map(
    (client) =>
      new Promise((resolve) => {
        let bytes = 0;
        client.onNotification = (method, params) => {
          if (method === "sandbox/exec/output" && params.stream === "stdout") {
            expect("the offset", params.offset, bytes);
            bytes += params.text.length;
          } else if (method === "sandbox/exec/exited") {
            resolve(bytes);
          }
        };
      }),
  );
  const { stdoutBytes } = await clients[0].exec(`seq 1000001 ${1_000_000 + lines}`, { sessionId, output: "stream" });
  for (const bytes of await Promise.all(seen)) {
    expect("a client's share", bytes, stdoutBytes);
  }
  const seconds = (performance.now() - began) / 1000;
  await clients[0].request("sandbox/session/delete", { sessionId });
  await Promise.all(clients.map((client) => client.stop()));
  return (stdoutBytes * count) / 1e6 / seconds;
}

/** Sessions that nobody is attached to: what each costs, and that all of it comes back. */
async function manySessions({ shared, floor, clients, report, isQuick }) {
  const count = isQuick ? 50 : 500;
  const ids = Array.from({ length: count }, (_, i) => `idle-${i + 1}`);
  const look = () => ({ ...facts(shared.pid), descriptors: descriptors(shared.pid) });
  const maker = await shared.client();
  const before = look();
  const creations = [];
  for (const sessionId of ids) {
    creations.push(...(await timed(1, () => maker.request("sandbox/session/create", { sessionId }))));
  }
  await maker.stop();
  const during = look();
  const each = (name) => (during[name] - before[name]) / count;
  report.add({ name: `${count} sessions: creation of each, p50`, value: median(creations) / 1000, unit: "ms", digits: 1 });
  report.add({ name: `${count} sessions: memory of the daemon, each`, value: each("rssMb") * 1024, unit: "kB", details: { before, during } });
  const threads = each("threads");
  report.add({ name: `${count} sessions: threads, each`, value: threads, digits: 2, target: "<= 0.1", isReached: threads <= 0.1 });
  report.add({ name: `${count} sessions: descriptors, each`, value: each("descriptors"), digits: 2 });
  tellMemory(report, `${count} sessions: memory of the daemon`, during.rssMb);
  const [bare, busy] = (
    await interleaved(
      200,
      BLOCK,
      () => floor.run("true"),
      () => clients.socket.exec("true", { sessionId: sessionOf("socket") }),
    )
  ).map(summary);
  report.add({ name: `exec \`true\` p50 among ${count} idle sessions`, value: busy.p50, floor: bare.p50, unit: "µs", details: busy });
  const began = performance.now();
  await Promise.all(ids.map((sessionId) => clients.socket.request("sandbox/session/delete", { sessionId })));
  report.add({ name: `${count} sessions: deletion of all at once`, value: (performance.now() - began) / 1000, unit: "s", digits: 1 });
  const left = look().descriptors - before.descriptors;
  // The client that made them has gone, and another session may have come since.
  report.add({ name: "descriptors more than before", value: left, target: "<= 0", isReached: left <= 0 });
}
