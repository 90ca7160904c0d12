import { expect } from "vitest";
import { editorTest } from "./harness/editorTest.ts";

const test = editorTest({ settings: { "sandshell.session.startup": "clean" } });

test("a command runs in the session's terminal, with its colours", async ({ workbench }) => {
  await workbench.run("Sandshell: Execute Command…");
  await workbench.answer(String.raw`printf '\033[1;32mgreen\033[0m and plain\n'; ls --color=always -d /tmp`);
  await expect.poll(() => workbench.terminalText()).toMatch(/green and plain\n\/tmp\n✔ exit 0 in/);
  await workbench.screenshot("exec");
});
