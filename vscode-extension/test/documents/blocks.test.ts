import { expect, test } from "vitest";
import { type Block, blocksOf, lineAfter, sameBlock } from "../../src/documents/blocks.ts";

test("a script is one block, and each of its cells", () => {
  const lines = ["#!/bin/sh", "# %% one", "a", "# %% two", "b", "c"];
  expect(blocksOf("shellscript", lines)).toEqual([
    { kind: "script", line: 0, text: lines.join("\n") },
    { kind: "cell", line: 1, text: "a" },
    { kind: "cell", line: 3, text: "b\nc" },
  ]);
  expect(blocksOf("shellscript", ["echo"])).toEqual([{ kind: "script", line: 0, text: "echo" }]);
  expect(blocksOf("shellscript", [""])).toEqual([]);
});

test("what is before the first cell is one, too", () => {
  expect(blocksOf("shellscript", ["x=1", "# %%", "a"]).map(({ kind, line, text }) => [kind, line, text])).toEqual([
    ["script", 0, "x=1\n# %%\na"],
    ["cell", 0, "x=1"],
    ["cell", 1, "a"],
  ]);
});

test("of a Markdown text, its shell fences; of anything else, nothing", () => {
  const lines = ["```sh", "ls", "```", "```js", "x", "```"];
  expect(blocksOf("markdown", lines)).toEqual([{ kind: "fence", line: 0, text: "ls" }]);
  expect(blocksOf("javascript", lines)).toEqual([]);
});

test("where there are only comments, there is nothing to run", () => {
  expect(blocksOf("shellscript", ["# about", "# %%", "a"]).map(({ kind, line }) => [kind, line])).toEqual([
    ["script", 0],
    ["cell", 1],
  ]);
  expect(blocksOf("markdown", ["```sh", "# nothing", "```"])).toEqual([]);
});

test.each([
  ["a line is put in before", { firstLine: 2, isAtLineStart: true, lastLine: 2, text: "x\n" }, 6],
  ["something is typed on a line before", { firstLine: 2, isAtLineStart: false, lastLine: 2, text: "x" }, 5],
  ["two lines before go", { firstLine: 1, isAtLineStart: true, lastLine: 3, text: "" }, 3],
  ["it is pushed down itself", { firstLine: 5, isAtLineStart: true, lastLine: 5, text: "\n" }, 6],
  ["its end is broken", { firstLine: 5, isAtLineStart: false, lastLine: 5, text: "\n" }, 5],
  ["something is put in after", { firstLine: 6, isAtLineStart: true, lastLine: 6, text: "\n\n" }, 5],
  ["it goes", { firstLine: 3, isAtLineStart: true, lastLine: 9, text: "" }, 3],
])("where line 5 is when %s", (_, edit, line) => expect(lineAfter(5, edit)).toBe(line));

test("a block is known by its text, and where there are two, by its place", () => {
  const at = (line: number, text: string): Block => ({ kind: "fence", line, text });
  const blocks = [at(0, "ls"), at(10, "ls"), at(20, "pwd")];
  expect(sameBlock(blocks, at(8, "ls"))).toBe(blocks[1]);
  expect(sameBlock(blocks, at(3, "pwd"))).toBe(blocks[2]);
  expect(sameBlock(blocks, at(0, "ls -l"))).toBeUndefined();
});
