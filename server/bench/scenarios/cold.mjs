// From starting the process to the first answered command.

import { Floor } from "../client/floor.mjs";
import { Server } from "../client/server.mjs";
import { median, summary } from "../statistics.mjs";

export async function cold({ command, report, isQuick }) {
  const times = [];
  const bare = [];
  for (let i = 0; i < (isQuick ? 4 : 10); i++) {
    let began = performance.now();
    const server = await Server.start(command);
    await server.exec("true");
    times.push(performance.now() - began);
    await server.stop();

    began = performance.now();
    const floor = new Floor();
    await floor.run("true");
    bare.push(performance.now() - began);
    await floor.stop();
  }
  const typical = median(times);
  report.add({
    name: "cold start, median",
    value: typical,
    floor: median(bare),
    unit: "ms",
    target: "< 250 ms",
    isReached: typical < 250,
    details: summary(times),
  });
}
