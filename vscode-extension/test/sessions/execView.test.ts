import { expect, it } from "vitest";
import { duration, ExecView, outcome, shortCommand } from "../../src/sessions/execView.ts";

const started = { sessionId: "s", execId: "e", command: "make", cwd: "/", startedAtMs: 1, background: false, seq: 1 };

it.each([
  [0, "0 ms"],
  [999.4, "999 ms"],
  [1_000, "1.0 s"],
  [59_949, "59.9 s"],
  [59_951, "1 min 0 s"],
  [185_000, "3 min 5 s"],
  [7_380_000, "2 h 3 min"],
])("says %d ms as %s", (ms, said) => {
  expect(duration(ms)).toBe(said);
});

it.each([
  [{ exitCode: 0, signal: null, timedOut: false, durationMs: 1 }, "exit 0 in 1 ms"],
  [{ exitCode: null, signal: "SIGKILL", timedOut: false, durationMs: 1 }, "killed by SIGKILL in 1 ms"],
  [{ exitCode: 130, signal: null, timedOut: true, durationMs: 2_000 }, "timed out in 2.0 s"],
  [{ exitCode: null, signal: null, timedOut: false }, "no exit code"],
])("says how it ended: %o", (end, said) => {
  expect(outcome(end)).toBe(said);
});

it("shows the beginning of a command", () => {
  expect([shortCommand("ls"), shortCommand("a\nb"), shortCommand("abcdef", 4)]).toEqual(["ls", "a …", "abc…"]);
});

it("knows the last line of the output that says something", () => {
  const exec = new ExecView(started);
  for (const text of ["one\n", "\x1b[32mtwo\x1b[0m 10%\rtwo 20%", "\r\n\r\n"]) {
    exec.printed({ sessionId: "s", execId: "e", seq: 2, stream: "terminal", offset: 0, text });
  }
  expect(exec.lastLine).toBe("two 20%");
});

it("knows the last lines, without what is empty at the end", () => {
  const exec = new ExecView(started);
  exec.printed({ sessionId: "s", execId: "e", seq: 2, stream: "stdout", offset: 0, text: "\none\n\ntwo\r\n \n\n" });
  expect([exec.lastLines(1), exec.lastLines(2), exec.lastLines(9)]).toEqual([
    ["two"],
    ["", "two"],
    ["", "one", "", "two"],
  ]);
  expect(new ExecView(started).lastLines(2)).toEqual([]);
});
