import { expect, test } from "vitest";
import type { ExecOutcome } from "../../src/api.ts";
import { headAndTail, report as reportOf } from "../../src/sessions/report.ts";

const end = {
  exitCode: 0,
  signal: null,
  stdout: "",
  stderr: "",
  timedOut: false,
  truncated: false,
  durationMs: 1_200,
  cwd: "/folder",
  sessionId: "s",
  execId: "e",
};

const report = (of: ExecOutcome, timeoutMs: number, mostCharacters: number, hasOwnFolder = false) =>
  reportOf(of, { timeoutMs, mostCharacters, hasOwnFolder });

test("says how it ended, where the session is, and what was printed on which stream", () => {
  expect(report({ ...end, exitCode: 2, stdout: "\x1b[32mone\x1b[m\n", stderr: "two\n" }, 0, 1_000)).toBe(
    "Command ended: exit 2 in 1.2 s.\nThe session is now in /folder\n\n--- stdout ---\none\n\n--- stderr ---\ntwo",
  );
});

test("a folder for the command alone is not the session's", () => {
  expect(report(end, 0, 1_000, true)).toBe("Command ended: exit 0 in 1.2 s.\nNo output.");
});

test("says that there was no output", () => {
  expect(report(end, 0, 1_000)).toMatch(/\nNo output\.$/);
});

test("says that it ran out of time", () => {
  expect(report({ ...end, exitCode: 130, timedOut: true }, 120_000, 1_000)).toMatch(
    /^Timed out after 2 min 0 s and was stopped; exit code 130\.\n/,
  );
});

test("says that output is missing", () => {
  expect(report({ ...end, stdout: "x", truncated: true }, 0, 1_000)).toContain("too much to be kept");
});

test("a short stream leaves its share to the long one", () => {
  const text = report({ ...end, stdout: "o".repeat(5_000), stderr: "short" }, 0, 3_000);
  expect(text).toContain("--- stderr ---\nshort");
  expect(text.length).toBeGreaterThan(2_900);
  expect(text.length).toBeLessThan(3_200);
});

test("of a long text, whole lines of its beginning and its end", () => {
  const text = Array.from({ length: 100 }, (_, i) => `line ${i}`).join("\n");
  const cut = headAndTail(text, 90);
  expect(cut).toBe(
    "line 0\nline 1\nline 2\nline 3\n[… 706 characters, 89 lines left out …]\nline 93\nline 94\nline 95\nline 96\nline 97\nline 98\nline 99",
  );
});

test("no character is cut in two", () => {
  const cut = headAndTail("😀".repeat(100), 31);
  expect(cut).toMatch(/^😀+\[… \d+ characters left out …\]\n😀+$/u);
});

test("a short text is left as it is", () => {
  expect(headAndTail("abc", 3)).toBe("abc");
});
