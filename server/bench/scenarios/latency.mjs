// How long one command takes, from the call to the parsed answer.

import { Floor } from "../client/floor.mjs";
import { facts, javaProcess, processorMs } from "../client/processFacts.mjs";
import { Server } from "../client/server.mjs";
import { interleaved, summary, timed } from "../statistics.mjs";

const BLOCK = 100;
const QUIET = { SANDSHELL_CHANNEL: "quiet" };

export async function latency({ command, report, isQuick }) {
  const count = isQuick ? 500 : 2_000;
  const server = await Server.start(command);
  const quiet = await Server.start(command, QUIET);
  const floor = new Floor();
  try {
    // Until the JVM has compiled what runs.
    for (const warming of ["true", "echo hi"]) {
      await timed(isQuick ? 1_500 : 3_000, () => server.exec(warming));
      await timed(isQuick ? 1_500 : 3_000, () => quiet.exec(warming));
      await timed(300, () => floor.run(warming));
    }
    await measure("true", count, server, floor, report, { p50: 2, p99: 10 });
    await measure("echo hi", count, server, floor, report, {});
    await measure("/bin/true", count, server, floor, report, {});
    await besideQuiet("true", count, server, quiet, report);
    await cost("true", count, server, floor, report);
    const memory = facts(javaProcess(server.pid));
    report.add({
      name: "memory, latency runs, peak",
      value: memory.peakMb,
      unit: "MB",
      target: "< 256 MB",
      isReached: memory.peakMb < 256,
      details: memory,
    });
  } finally {
    await Promise.all([server.stop(), quiet.stop(), floor.stop()]);
  }
}

async function measure(text, count, server, floor, report, targets) {
  const [ours, theirs] = (
    await interleaved(
      count,
      BLOCK,
      () => server.exec(text),
      () => floor.run(text),
    )
  ).map(summary);
  for (const rank of ["p50", "p90", "p99"]) {
    const target = targets[rank];
    report.add({
      name: `exec \`${text}\` ${rank}`,
      value: ours[rank],
      floor: theirs[rank],
      unit: "µs",
      target: target ? `<= ${target}x` : null,
      isReached: target ? ours[rank] <= target * theirs[rank] : null,
    });
  }
}

/** What it costs that a person has the shell's prompt, too. */
async function besideQuiet(text, count, server, quiet, report) {
  const [atPrompt, without] = (
    await interleaved(
      count,
      BLOCK,
      () => server.exec(text),
      () => quiet.exec(text),
    )
  ).map(summary);
  report.add({
    name: `exec \`${text}\` p50, at the prompt to the quiet channel`,
    value: atPrompt.p50,
    floor: without.p50,
    unit: "µs",
    target: "<= 1.5x",
    isReached: atPrompt.p50 <= 1.5 * without.p50,
  });
}

/** Processor time hardly depends on what else the machine does, so it tells a change of a few percent. */
async function cost(text, count, server, floor, report) {
  const java = javaProcess(server.pid);
  const before = { server: processorMs(java), floor: processorMs(floor.pid), frames: server.framesRead };
  await timed(count, () => server.exec(text));
  await timed(count, () => floor.run(text));
  report.add({
    name: `exec \`${text}\`, processor time of the server (floor: of bash)`,
    value: ((processorMs(java) - before.server) * 1000) / count,
    floor: ((processorMs(floor.pid) - before.floor) * 1000) / count,
    unit: "µs",
  });
  report.add({ name: `exec \`${text}\`, messages to the client`, value: (server.framesRead - before.frames) / count, digits: 1 });
}
