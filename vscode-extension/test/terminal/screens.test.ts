import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { endingWith } from "../conformance/serverUnderTest.ts";
import { LiveTerminal } from "./liveTerminal.ts";
import { fileOf, type Recording, recordings } from "./recordings.ts";
import { HeadlessTerminal } from "./screen.ts";

const isRewriting = process.env.UPDATE_GOLDEN === "1";
if (isRewriting && process.env.CI === "true") {
  throw new Error("UPDATE_GOLDEN=1 makes golden files of whatever comes: never with CI=true");
}

function golden(recording: Recording): string {
  return readFileSync(fileOf(recording, "screen"), "utf8");
}

/** Plays it on a real server, which it leaves nothing of. */
async function live<T>(recording: Recording, see: (terminal: LiveTerminal) => Promise<T>): Promise<T> {
  const terminal = await LiveTerminal.open(recording.size);
  return endingWith(
    () => see(terminal),
    () => terminal.close(),
  );
}

if (isRewriting) {
  test.for(recordings)("$name, recorded anew", async (recording) => {
    await live(recording, async (terminal) => {
      const { raw, screen } = await terminal.play(recording, "base64");
      writeFileSync(fileOf(recording, "raw"), raw);
      writeFileSync(fileOf(recording, "screen"), screen);
    });
  });
}

describe("what was recorded shows as its screen", () => {
  test.for(recordings)("$name", async (recording) => {
    const terminal = new HeadlessTerminal(recording.resized?.size ?? recording.size);
    await terminal.write(readFileSync(fileOf(recording, "raw")));
    expect(terminal.screen).toBe(golden(recording));
  });

  test.for(recordings)("$name, byte by byte", async (recording) => {
    const terminal = new HeadlessTerminal(recording.resized?.size ?? recording.size);
    for (const byte of readFileSync(fileOf(recording, "raw"))) {
      terminal.write(Uint8Array.of(byte));
    }
    await terminal.write("");
    expect(terminal.screen).toBe(golden(recording));
  });
});

describe.concurrent("what runs on a session's terminal shows as its screen", () => {
  test.for(recordings.filter(({ needs }) => needs === undefined))("$name", async (recording, { expect }) => {
    await live(recording, async (terminal) => {
      expect((await terminal.play(recording, "utf-8")).screen).toBe(golden(recording));
    });
  });
});
