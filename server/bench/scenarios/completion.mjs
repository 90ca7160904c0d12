// How long an editor waits for what a place of a script is offered, out of a session that holds much.

import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { javaProcess, processorMs } from "../client/processFacts.mjs";
import { Server } from "../client/server.mjs";
import { summary, timed } from "../statistics.mjs";

const FUNCTIONS = 500;
const PROGRAMS = 2_000;
const URI = "file:///bench.sh";

/** Half a script of some 4 KB, as it is while somebody types in it. */
const SCRIPT = `${"deploy_one() {\n  local host=$1\n  if [ -n \"$host\" ]; then\n    echo \"to $host\"\n  fi\n}\n".repeat(40)}`;

const PLACES = {
  command: "if true; then fun",
  program: "prog",
  variable: "echo \"$VAR_",
  everything: "",
};

export async function completion({ command, report, isQuick }) {
  const count = isQuick ? 200 : 1_000;
  const folder = mkdtempSync(join(tmpdir(), "sandshell-bench-"));
  const server = await Server.start(command);
  try {
    const path = programs(join(folder, "bin"));
    await server.request("sandbox/session/create", { sessionId: "full", env: { PATH: `${path}:/usr/bin:/bin` } });
    const execBefore = summary(await timed(count, () => server.exec("true", { sessionId: "full" })));
    await server.exec(holdings(), { sessionId: "full" });
    const execFull = summary(await timed(count, () => server.exec("true", { sessionId: "full" })));
    for (const [name, typed] of Object.entries(PLACES)) {
      await measure(name, typed, count, server, report);
    }
    await afterEachPrompt(server, report, isQuick ? 50 : 200);
    const execAfter = summary(await timed(count, () => server.exec("true", { sessionId: "full" })));
    for (const rank of ["p50", "p99"]) {
      report.add({
        name: `exec \`true\` ${rank}, with as much in the session, after completions`,
        value: execAfter[rank],
        floor: execFull[rank],
        unit: "µs",
        target: null,
        isReached: null,
        details: { execBefore, execFull, execAfter },
      });
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

function programs(folder) {
  mkdirSync(folder);
  for (let i = 0; i < PROGRAMS; i++) {
    const file = join(folder, `program-${i}`);
    writeFileSync(file, "#!/bin/sh\n");
    chmodSync(file, 0o755);
  }
  return folder;
}

function holdings() {
  return `for ((i = 0; i < ${FUNCTIONS}; i++)); do
  eval "function_$i() { if [ -f \\"\\$1\\" ]; then sed 's/a/b/' \\"\\$1\\" | sort; else echo none >&2; return 1; fi; }"
  export "VAR_$i=value number $i"
done; unset i`;
}

/** Each call after a key, so the text has always changed. */
async function measure(name, typed, count, server, report) {
  open(server, `${SCRIPT}${typed}`);
  const line = SCRIPT.split("\n").length - 1;
  let version = 1;
  let items = 0;
  const ask = async () => {
    version++;
    server.notify("textDocument/didChange", {
      textDocument: { uri: URI, version },
      contentChanges: [{ text: `${SCRIPT}${typed}${version % 2 ? "" : "\n# a"}` }],
    });
    const position = { line, character: typed.length };
    const list = await server.request("textDocument/completion", { textDocument: { uri: URI }, position });
    items = list.items.length;
  };
  await timed(count / 2, ask);
  const pid = javaProcess(server.pid);
  const before = processorMs(pid);
  const times = summary(await timed(count, ask));
  const cpu = ((processorMs(pid) - before) * 1000) / count;
  for (const rank of ["p50", "p99"]) {
    report.add({
      name: `completion, ${name} (${items} items) ${rank}`,
      value: times[rank],
      floor: null,
      unit: "µs",
      target: null,
      isReached: null,
      details: { processorMicros: cpu },
    });
  }
}

/** The first answer after each command that has changed something, for which the state is read anew. */
async function afterEachPrompt(server, report, count) {
  open(server, "echo $VAR_");
  const times = [];
  for (let i = 0; i < count; i++) {
    await server.exec(`NEW_${i % 7}=${i}`, { sessionId: "full" });
    const began = performance.now();
    await server.request("textDocument/completion", {
      textDocument: { uri: URI },
      position: { line: 0, character: 10 },
    });
    times.push((performance.now() - began) * 1000);
  }
  const all = summary(times);
  for (const rank of ["p50", "p99"]) {
    report.add({
      name: `completion, first after a prompt, ${rank}`,
      value: all[rank],
      floor: null,
      unit: "µs",
      target: null,
      isReached: null,
    });
  }
}

function open(server, text) {
  server.notify("textDocument/didOpen", {
    textDocument: { uri: URI, languageId: "shellscript", version: 1, text },
  });
}
