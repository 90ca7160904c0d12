import { expect, it } from "vitest";
import { duration, ExecView, outcome, shortCommand } from "../../src/sessions/execView.ts";
import { examples } from "../fixtures.ts";

const started = { sessionId: "s", execId: "e", command: "make", cwd: "/", startedAtMs: 1, background: false, seq: 1 };

const said = examples<{
  durations: { ms: number; said: string }[];
  outcomes: { exitCode: number | null; signal: string | null; timedOut: boolean; durationMs?: number; said: string }[];
  commands: { command: string; most: number; said: string }[];
}>("sessions/outcomes.json");

it.each(said.durations)("says $ms ms as $said", ({ ms, said }) => {
  expect(duration(ms)).toBe(said);
});

it.each(said.outcomes)("says how it ended: $said", ({ said, ...end }) => {
  expect(outcome(end)).toBe(said);
});

it.each(said.commands)("shows the beginning of a command: $said", ({ command, most, said }) => {
  expect(shortCommand(command, most)).toBe(said);
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
