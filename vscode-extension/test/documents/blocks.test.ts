import { expect, test } from "vitest";
import { type Block, blocksOf, lineAfter, sameBlock } from "../../src/documents/blocks.ts";
import { examples } from "../fixtures.ts";

test.each(examples<{ name: string; languageId: string; text: string; blocks: Block[] }[]>("documents/blocks.json"))(
  "$name",
  ({ languageId, text, blocks }) => expect(blocksOf(languageId, text.split(/\r?\n/))).toEqual(blocks),
);

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
