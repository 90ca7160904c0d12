import { homedir } from "node:os";
import { expect, test } from "vitest";
import type { Session } from "../../src/protocol.ts";
import { type SessionEvent, SessionView } from "../../src/sessions/sessionView.ts";
import { SizeLoans } from "../../src/sessions/sizeLoans.ts";
import { readTaskDefinition } from "../../src/sessions/taskDefinition.ts";

test("a task says its command, and where and with what it runs", () => {
  const written = { type: "sandshell", command: "make", session: "ci", cwd: "sub", env: { A: "1", B: null, C: 2 } };
  expect(readTaskDefinition(written, "/folder")).toEqual({
    command: "make",
    session: "ci",
    cwd: "/folder/sub",
    env: { A: "1", B: null, C: "2" },
  });
  expect(readTaskDefinition({ command: "make" }, "/folder")).toEqual({ command: "make" });
  expect(readTaskDefinition({ command: "ls", cwd: "/tmp" }, "/folder").cwd).toBe("/tmp");
  expect(readTaskDefinition({ command: "ls", cwd: "~/x" }, "/folder").cwd).toBe(`${homedir()}/x`);
});

test.each([
  [{}, /"command"/],
  [{ command: " " }, /"command"/],
  [{ command: ["ls"] }, /"command"/],
  [{ command: "ls", session: 1 }, /"session"/],
  [{ command: "ls", cwd: {} }, /"cwd"/],
  [{ command: "ls", env: ["A=1"] }, /"env"/],
  [{ command: "ls", env: { A: {} } }, /value of A/],
])("%j is none", (written, message) => expect(() => readTaskDefinition(written, "/")).toThrow(message));

test("a session has its size again once the last task is over", () => {
  const loans = new SizeLoans();
  loans.borrow("s", { rows: 24, cols: 80 });
  loans.borrow("s", { rows: 10, cols: 10 });
  expect(loans.giveBack("s")).toBeUndefined();
  expect(loans.giveBack("s")).toEqual({ rows: 24, cols: 80 });
  expect(loans.giveBack("s")).toBeUndefined();
});

test("output is acknowledged when the slowest has taken it", () => {
  const view = new SessionView({ sessionId: "s" } as Session);
  const seen: SessionEvent[] = [];
  const screen = { show: (event: SessionEvent) => seen.push(event) };
  const output: SessionEvent = {
    method: "sandbox/exec/output",
    params: { sessionId: "s", execId: "e", seq: 1, stream: "terminal", offset: 0, text: "äb" },
  };
  view.unacknowledged = 3;
  expect(view.acknowledgeable).toBe(3);
  view.watchers.set(screen, 0);
  view.showWatchers(output);
  expect(seen).toEqual([output]);
  expect(view.acknowledgeable).toBe(0);
  view.watchers.set(screen, 1);
  expect(view.acknowledgeable).toBe(2);
});
