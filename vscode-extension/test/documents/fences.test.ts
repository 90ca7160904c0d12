import { expect, test } from "vitest";
import { fencesOf, shellTextOf } from "../../src/documents/fences.ts";

test("a fence has its language and its lines", () => {
  expect(fencesOf(["# Title", "", "```Bash", "make", "make test", "```", "text"])).toEqual([
    { line: 2, language: "bash", lines: ["make", "make test"] },
  ]);
});

test("a command of a dialogue does not go on for ever", () => {
  const lines = ["$ echo it's", ...Array<string>(2_000).fill("output")];
  expect(shellTextOf({ line: 0, language: "console", lines })?.split("\n")).toHaveLength(500);
});

test("a line of nothing but quotations is no trouble", () => {
  expect(fencesOf([">".repeat(200_000)])).toEqual([]);
});
