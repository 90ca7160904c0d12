import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { ServerSupervisor } from "../../src/server/serverSupervisor.ts";
import { Sessions } from "../../src/sessions/sessions.ts";
import type { SessionEvent } from "../../src/sessions/sessionView.ts";
import { Deadline } from "../conformance/deadline.ts";
import { processesOf } from "../conformance/leftovers.ts";
import { serverCommand } from "../conformance/serverUnderTest.ts";

let folder: string;
let mark: string;
let supervisor: ServerSupervisor;
let sessions: Sessions;
let others: (() => void)[];

function supervise(): ServerSupervisor {
  const env = [`SANDSHELL_RUNTIME_DIR=${folder}`, `SANDSHELL_STATE_DIR=${folder}`, `SANDSHELL_TEST_RUN=${mark}`];
  const silent = { info: () => {}, warn: () => {}, server: () => {} };
  return new ServerSupervisor(async () => ["env", ...env, ...serverCommand("serve", "--shared")], silent);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sandshell-sessions-"));
  mark = randomUUID();
  supervisor = supervise();
  sessions = new Sessions(supervisor);
  others = [];
});

afterEach(async () => {
  for (const { id } of sessions.all) {
    await sessions.delete(id);
  }
  for (const end of [...others, () => sessions.dispose(), () => supervisor.dispose()]) {
    end();
  }
  await stopDaemon();
  rmSync(folder, { recursive: true, force: true });
});

async function stopDaemon(): Promise<void> {
  const { execFileSync } = await import("node:child_process");
  const env = { ...process.env, SANDSHELL_RUNTIME_DIR: folder, SANDSHELL_STATE_DIR: folder };
  const [java = "", ...args] = serverCommand("daemon", "stop");
  execFileSync(java, args, { env, stdio: "pipe" });
  const deadline = new Deadline();
  while (processesOf({ runtimeFolder: folder, mark, shells: new Set() }).length > 0) {
    expect(deadline.isOver).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function second(): Sessions {
  const supervisor = supervise();
  const sessions = new Sessions(supervisor);
  others.push(
    () => sessions.dispose(),
    () => supervisor.dispose(),
  );
  return sessions;
}

function until(condition: () => boolean, sessions: Sessions): Promise<void> {
  const met = new Promise<void>((resolve) => {
    const look = () => condition() && resolve();
    sessions.onChanged(look);
    sessions.onHappened(look);
    look();
  });
  return new Deadline().limit(met, () => new Error("it did not happen"));
}

it("knows of a session and its commands what happens", async () => {
  const view = await sessions.ensure({ sessionId: "a", cwd: "/tmp" });
  const result = await sessions.exec({ sessionId: "a", command: "cd /; echo hi; false" });
  expect(result).toMatchObject({ exitCode: 1, stdout: "hi\n" });
  await until(() => view.session.cwd === "/", sessions);
  expect(view.newestExecs[0]).toMatchObject({ command: "cd /; echo hi; false", exitCode: 1, isRunning: false });
  expect(view.newestExecs[0]?.lastLine).toBe("hi");
  expect(await sessions.ensure({ sessionId: "a" })).toBe(view);
});

it("sees what another window does in the same session", async () => {
  const view = await sessions.ensure({ sessionId: "a" });
  const other = second();
  const theirs = await other.ensure({ sessionId: "a" });
  await other.exec({ sessionId: "a", command: "echo from there" });
  await until(() => view.newestExecs[0]?.isRunning === false, sessions);
  expect(view.newestExecs[0]).toMatchObject({ command: "echo from there", exitCode: 0 });
  await until(() => theirs.lastSeq === view.lastSeq, other);
});

it("shows a screen all that has been, once and in its order", async () => {
  await sessions.ensure({ sessionId: "a" });
  await sessions.exec({ sessionId: "a", command: "echo one" });
  const shown: SessionEvent[] = [];
  const screen = { show: (event: SessionEvent) => shown.push(event) };
  await sessions.show("a", screen, 1_000);
  await sessions.exec({ sessionId: "a", command: "echo two" });
  const numbers = shown.map(({ params }) => params.seq);
  expect(numbers).toEqual(numbers.map((_, i) => i + 1));
  expect(shown.filter(({ method }) => method === "sandbox/exec/exited")).toHaveLength(2);
  sessions.hide("a", screen);
  const before = shown.length;
  await sessions.exec({ sessionId: "a", command: "echo three" });
  expect(shown).toHaveLength(before);
});

it("takes more output than the server sends without being told that it was taken", async () => {
  await sessions.ensure({ sessionId: "a" });
  const result = await sessions.exec({
    sessionId: "a",
    command: "head -c 1000000 /dev/zero | tr '\\0' x",
    output: "stream",
  });
  expect(result.stdoutBytes).toBe(1_000_000);
});

it("has the sessions again when its connection has broken", async () => {
  const view = await sessions.ensure({ sessionId: "a", cwd: "/tmp" });
  await sessions.exec({ sessionId: "a", command: "X=kept" });
  await supervisor.restart();
  await sessions.connect();
  expect(sessions.get("a")).toBe(view);
  expect(await sessions.exec({ sessionId: "a", command: "echo $X" })).toMatchObject({ stdout: "kept\n" });
  expect(view.newestExecs.map(({ command }) => command)).toEqual(["echo $X", "X=kept"]);
});

it("reads what a command has printed", async () => {
  await sessions.ensure({ sessionId: "a" });
  const { execId } = await sessions.exec({ sessionId: "a", command: "seq 20000; exit 3" });
  const { chunks, end, command } = await sessions.output(execId);
  const text = chunks.map(({ text }) => text).join("");
  expect([text.length, end?.exitCode, command]).toEqual([108_894, 3, "seq 20000; exit 3"]);
});
