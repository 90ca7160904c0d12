import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { endingWith, fixtures, isInstalled, ServerUnderTest } from "./serverUnderTest.ts";
import { readTranscript, type Transcript } from "./transcript.ts";
import { TranscriptPlayer } from "./transcriptPlayer.ts";
import { WireClient } from "./wireClient.ts";

/** The transcripts of a folder of the fixtures. */
function transcriptsIn(folder: string): Transcript[] {
  const files = readdirSync(join(fixtures, folder)).filter((name) => name.endsWith(".txt"));
  return files.sort().map((name) => readTranscript(join(fixtures, folder, name)));
}

async function play(transcript: Transcript, shell: string): Promise<void> {
  const server = await ServerUnderTest.start(transcript.channel);
  const client = new WireClient(server.process, server.deadline);
  const player = new TranscriptPlayer(transcript, client, { shell, fixtures, tmp: server.scratch });
  await endingWith(
    () => player.play(),
    () => server.end(client.invariants.shells),
  );
}

describe.concurrent("every transcript, with the packaged server as a process", () => {
  for (const transcript of transcriptsIn("transcripts")) {
    const isOne = transcript.shells.length === 0;
    const shells = isOne ? ["bash"] : transcript.shells;
    for (const shell of process.env.EVERY_SHELL ? shells : shells.slice(0, 1)) {
      const name = isOne ? transcript.name : `${transcript.name} [${shell}]`;
      test(name, async ({ skip }) => {
        const missing = [shell, ...transcript.programs].find((program) => !isInstalled(program));
        if (missing !== undefined) {
          if (process.env.CI === "true") {
            throw new Error(`${missing} is not installed, and CI=true allows no skips`);
          }
          console.warn(`${name} is skipped: ${missing} is not installed`);
          skip(`${missing} is not installed`);
        }
        await play(transcript, shell);
      });
    }
  }
});

describe.concurrent("the specification of LSP, with the packaged server as a process", () => {
  const cases = transcriptsIn("lsp");
  const sections = new Set(cases.flatMap((one) => one.specification));
  console.log(`LSP conformance: ${cases.length} cases of ${sections.size} sections`);
  for (const one of cases) {
    test(`${one.name}: ${one.specification.join(", ")}`, async () => {
      expect(one.specification).not.toEqual([]);
      await play(one, "bash");
    });
  }
});
