// Text by the hundred megabytes, out of a file in memory, and what becomes of it on its way: every byte is accounted for.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { scratchFolder } from "../client/processes.mjs";

export const LINE = `${"The quick brown fox jumps over the lazy dog; 0123456789 ".repeat(2).slice(0, 79)}\n`;
export const FILE_BYTES = 8_000_000;

/** Makes the file. */
export function textFile() {
  const file = join(scratchFolder(), "text");
  writeFileSync(file, LINE.repeat(FILE_BYTES / LINE.length));
  return file;
}

/** The command that prints so much of it. */
export const print = (file, bytes) => `cat${` ${file}`.repeat(bytes / FILE_BYTES)}`;

export async function rawPipe(floor, text, total) {
  const { bytes } = await floor.run(text);
  expect("the raw pipe", bytes, total);
}

export async function streamed(server, text, total, sessionId = undefined) {
  let seen = 0;
  server.onNotification = (method, params) => {
    if (method === "sandbox/exec/output") {
      expect("the offset", params.offset, seen);
      seen += params.text.length;
    }
  };
  const result = await server.exec(text, { output: "stream", sessionId });
  server.onNotification = () => {};
  expect("the stream", seen, total);
  expect("the result", result.stdoutBytes, total);
}

export function expect(what, actual, expected) {
  if (actual !== expected) {
    throw new Error(`${what}: expected ${expected}, got ${actual}`);
  }
}
