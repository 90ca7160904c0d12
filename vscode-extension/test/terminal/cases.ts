// The cases of test-fixtures/terminal/cases.txt; test-fixtures/README.md has the format.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fixtures } from "../conformance/serverUnderTest.ts";
import { HeadlessTerminal, type Size } from "./screen.ts";

const file = join(fixtures, "terminal", "cases.txt");
const usual: Size = { rows: 5, cols: 20 };

export interface Case {
  name: string;
  size: Size;
  /** Why it is not xterm.js's way that is expected. */
  differs?: string;
  steps: (string | Size)[];
  /** What the terminal answers, and its screen. */
  expected: string;
}

export function readCases(): Case[] {
  return chunks(readFileSync(file, "utf8")).flatMap(({ lines }) => (lines[0]?.startsWith("== ") ? [parse(lines)] : []));
}

/** Writes for each case what is expected, but for those that are expected to differ. */
export async function rewriteCases(play: (one: Case) => Promise<string>): Promise<void> {
  const rewritten: string[] = [];
  for (const { lines } of chunks(readFileSync(file, "utf8"))) {
    const one = lines[0]?.startsWith("== ") ? parse(lines) : undefined;
    if (one === undefined || one.differs !== undefined) {
      rewritten.push(lines.join("\n"));
    } else {
      const input = lines.slice(0, lines.includes("--") ? lines.indexOf("--") : lines.length);
      rewritten.push(`${input.join("\n")}\n--\n${(await play(one)).trimEnd()}`);
    }
  }
  writeFileSync(file, `${rewritten.join("\n\n")}\n`);
}

/** What a terminal of xterm.js makes of it, as it is expected. */
export async function play({ size, steps }: Case): Promise<string> {
  const terminal = new HeadlessTerminal(size);
  let replies = "";
  terminal.onReply((text) => {
    replies += text;
  });
  for (const step of steps) {
    if (typeof step === "string") {
      await terminal.write(step);
    } else {
      terminal.resize(step);
    }
  }
  return `${replies === "" ? "" : `replies ${escaped(replies)}\n`}${terminal.screen}`;
}

function chunks(text: string): { lines: string[] }[] {
  return text
    .trimEnd()
    .split(/\n\n+/)
    .map((chunk) => ({ lines: chunk.split("\n") }));
}

function parse(lines: string[]): Case {
  const end = lines.includes("--") ? lines.indexOf("--") : lines.length;
  const one: Case = {
    name: (lines[0] as string).slice(3),
    size: usual,
    steps: [],
    expected: lines
      .slice(end + 1)
      .map((line) => `${line}\n`)
      .join(""),
  };
  for (const line of lines.slice(1, end)) {
    const [sign, rest] = [line.slice(0, line.indexOf(" ")), line.slice(line.indexOf(" ") + 1)];
    if (sign === "size") {
      one.size = sizeOf(rest);
    } else if (sign === "resize") {
      one.steps.push(sizeOf(rest));
    } else if (sign === "differs") {
      one.differs = rest;
    } else if (sign === ">") {
      one.steps.push(unescaped(rest));
    } else {
      throw new Error(`${one.name}: ${line}`);
    }
  }
  return one;
}

function sizeOf(text: string): Size {
  const [rows, cols] = text.split(" ").map(Number);
  return { rows: rows as number, cols: cols as number };
}

const named: Record<string, string> = { e: "\x1b", n: "\n", r: "\r", t: "\t", b: "\b", a: "\x07", "\\": "\\" };

function unescaped(text: string): string {
  return text.replace(/\\(?:x(..)|u\{([^}]*)\}|(.))/g, (_, octet?: string, code?: string, name?: string) =>
    name === undefined ? String.fromCodePoint(Number.parseInt((octet ?? code) as string, 16)) : (named[name] as string),
  );
}

function escaped(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("\x1b", "\\e");
}
