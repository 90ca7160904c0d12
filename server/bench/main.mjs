// Measures the server beside a plain bash; README.md says how to read what it prints.

import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg, release } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { SERVER, program } from "./command.mjs";
import { Report } from "./report.mjs";
import { cold } from "./scenarios/cold.mjs";
import { completion } from "./scenarios/completion.mjs";
import { daemon } from "./scenarios/daemon.mjs";
import { latency } from "./scenarios/latency.mjs";
import { sessions } from "./scenarios/sessions.mjs";
import { throughput } from "./scenarios/throughput.mjs";

const SCENARIOS = { latency, throughput, sessions, cold, daemon, completion };
const USAGE = `usage: server/bench/run [--only ${Object.keys(SCENARIOS).join(",")}] [--quick] [--json FILE]
                        [--jar PATH] [--java-options "…"]`;

/** Java's options begin with a dash, which parseArgs takes for an option of its own unless "=" binds it. */
function bound(given) {
  const at = given.indexOf("--java-options");
  return at < 0 ? given : given.toSpliced(at, 2, `--java-options=${given[at + 1] ?? ""}`);
}

function options() {
  try {
    const { values } = parseArgs({
      args: bound(process.argv.slice(2)),
      options: {
        only: { type: "string", default: Object.keys(SCENARIOS).join(",") },
        quick: { type: "boolean", default: false },
        json: { type: "string", default: join(SERVER, "target", "bench.json") },
        jar: { type: "string" },
        "java-options": { type: "string" },
        help: { type: "boolean", default: false },
      },
    });
    const names = values.only.split(",");
    const unknown = names.find((name) => !(name in SCENARIOS));
    if (unknown !== undefined) {
      throw new Error(`there is no scenario "${unknown}"`);
    }
    return { ...values, names };
  } catch (e) {
    console.error(`${e.message}\n${USAGE}`);
    process.exit(2);
  }
}

function environment(command) {
  const firstLine = (program, ...args) =>
    execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).split("\n")[0];
  return {
    command,
    java: firstLine("java", "--version"),
    node: process.version,
    bash: firstLine("bash", "--version"),
    kernel: release(),
    processors: availableParallelism(),
    loadBefore: loadavg(),
  };
}

const values = options();
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
const words = program(values);
const command = [...words, "serve", "--stdio"];
const about = environment(command);
const report = new Report();
for (const name of values.names) {
  console.error(`${name} …`);
  await SCENARIOS[name]({ program: words, command, report, isQuick: values.quick });
}
console.log(`\n${report.table()}`);
about.loadAfter = loadavg();
const load = `load ${about.loadBefore[0].toFixed(1)} before, ${about.loadAfter[0].toFixed(1)} after`;
console.log(`\n${about.java}, node ${about.node}, ${about.processors} processors, ${load}`);
mkdirSync(dirname(resolve(values.json)), { recursive: true });
writeFileSync(values.json, `${JSON.stringify({ ...about, isQuick: values.quick, rows: report.rows }, null, 2)}\n`);
process.exit(report.misses === 0 ? 0 : 1);
