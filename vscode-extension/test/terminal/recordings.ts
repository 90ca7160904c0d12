// What is recorded in test-fixtures/terminal: the output of NAME.sh on a session's terminal, NAME.raw, and what a terminal
// shows after it, NAME.screen.

import { join } from "node:path";
import { fixtures } from "../conformance/serverUnderTest.ts";
import type { Size } from "./screen.ts";

export interface Recording {
  name: string;
  size: Size;
  /** The recording ends when this is on the screen; without it, when the program ends. */
  until?: string;
  /** What ends the program then. */
  quit?: string;
  /** The size that the terminal has from the time on when `until` has been seen once; it is awaited again. */
  resized?: { size: Size; until: string };
  /** A program that has to be there, whose screen may look otherwise in another version: it is not run live in tests. */
  needs?: string;
}

const usual: Size = { rows: 24, cols: 80 };

export const recordings: Recording[] = [
  { name: "colours", size: usual },
  { name: "attributes", size: usual },
  { name: "wide", size: usual },
  { name: "progress", size: usual },
  { name: "cursor", size: usual },
  { name: "scroll-region", size: { rows: 16, cols: 60 } },
  { name: "tabs-and-wrap", size: usual },
  { name: "alternate-screen", size: usual },
  { name: "modes", size: usual },
  {
    name: "resize",
    size: usual,
    until: "24 80 ",
    resized: { size: { rows: 10, cols: 100 }, until: "10 100 " },
    quit: "q\r",
  },
  { name: "less", size: { rows: 12, cols: 60 }, until: "lines 1-11", quit: "q", needs: "less" },
  { name: "vim", size: { rows: 10, cols: 60 }, until: "VISUAL", quit: "\x1b:q!\r", needs: "vim" },
];

export function fileOf(recording: Recording, end: "sh" | "raw" | "screen"): string {
  return join(fixtures, "terminal", `${recording.name}.${end}`);
}
