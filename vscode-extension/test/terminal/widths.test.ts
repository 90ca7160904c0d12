import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fixtures } from "../conformance/serverUnderTest.ts";
import { HeadlessTerminal } from "./screen.ts";

const table = join(
  fixtures,
  "../intellij-plugin/src/main/resources/dev/sandshell/intellij/core/terminal/emulator/unicode-11-widths.txt",
);

/** Each range's ends, and their neighbours, with their widths. */
function borders(): Map<number, number> {
  const ranges = readFileSync(table, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split(" "))
    .map(([width, first, last = first]) => ({
      width: Number(width),
      first: Number.parseInt(first as string, 16),
      last: Number.parseInt(last as string, 16),
    }));
  const widths = new Map<number, number>();
  for (const { first, last } of ranges) {
    widths.set(first - 1, 1).set(last + 1, 1);
  }
  for (const { width, first, last } of ranges) {
    widths.set(first, width).set(last, width);
  }
  return widths;
}

test("the other editor knows characters to be as wide", async () => {
  const terminal = new HeadlessTerminal({ rows: 2, cols: 10 });
  const replies: string[] = [];
  terminal.onReply((text) => replies.push(text));
  const widths = borders();
  // A byte order mark is dropped before anybody asks how wide it is.
  widths.delete(0xfeff);
  for (const character of widths.keys()) {
    await terminal.write(`\x1b[Hx${String.fromCodePoint(character)}\x1b[6n`);
  }
  const columns = replies.map((reply) => Number(/;(\d+)R/.exec(reply)?.[1]) - 2);
  expect(columns).toEqual([...widths.values()]);
});
