import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { filesOf, processesOf } from "../conformance/leftovers.ts";
import { serverCommand } from "../conformance/serverUnderTest.ts";
import { type Activated, activateIn } from "./stubbedEditor.ts";

const manifest = JSON.parse(readFileSync(join(import.meta.dirname, "../../package.json"), "utf8"));
const contributed: string[] = manifest.contributes.commands.map(({ command }: { command: string }) => command);

const command = serverCommand();
/** A server of its own, which ends with the extension. */
const settings = { "sandshell.server.shared": false, "sandshell.server.jar": command.at(-1) };

let root: string;
let mark: string;
let activated: Activated | undefined;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "sandshell-editor-")));
  mark = randomUUID();
  vi.stubEnv("SANDSHELL_RUNTIME_DIR", root);
  vi.stubEnv("SANDSHELL_STATE_DIR", join(root, "state"));
  vi.stubEnv("SANDSHELL_TEST_RUN", mark);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  activated?.dispose();
  const traces = { runtimeFolder: root, mark, shells: new Set<number>() };
  await expect.poll(() => processesOf(traces), { timeout: 30_000 }).toEqual([]);
  rmSync(join(root, "state"), { recursive: true, force: true });
  expect(filesOf(root)).toEqual([]);
  rmSync(root, { recursive: true });
});

test.each([
  ["no language models", undefined],
  ["models, and no tools", {}],
])("in an editor that has %s, all else is there and works", async (_which, lm) => {
  activated = activateIn({ settings, lm });
  expect(contributed.filter((id) => !activated?.commands.includes(id))).toEqual([]);
  const { exitCode, stdout } = await activated.api.exec("echo hi; (exit 3)");
  expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: "hi\n" });
});

test("in one that has both, the tool is registered", () => {
  const tools: string[] = [];
  const registerTool = (name: string) => {
    tools.push(name);
    return { dispose: () => {} };
  };
  activated = activateIn({ settings, lm: { registerTool } });
  expect(tools).toEqual(manifest.contributes.languageModelTools.map(({ name }: { name: string }) => name));
});
