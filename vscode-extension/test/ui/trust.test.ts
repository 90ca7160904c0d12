import { expect } from "vitest";
import { editorTest } from "./harness/editorTest.ts";

const test = editorTest({
  isTrusting: false,
  files: { "run.sh": "echo run\n" },
  // Without the question in front of everything.
  settings: { "security.workspace.trust.startupPrompt": "never", "sandshell.session.startup": "clean" },
});

test("nothing runs in a folder before it is trusted", async ({ workbench, server }) => {
  await expect.poll(() => workbench.statusBar()).toContainEqual(expect.stringContaining("Restricted Mode"));
  await workbench.openFile("run.sh");
  const ours = async () => (await workbench.paletteEntries("Sandshell: ")).filter((title) => /^Sandshell/.test(title));
  expect(await ours()).toEqual([]);
  await workbench.screenshot("untrusted");
  await workbench.run("Workspaces: Manage Workspace Trust");
  const trust = workbench.page.locator(".workspace-trust-editor");
  await trust.getByRole("button", { name: "Trust", exact: true }).click();
  await trust.getByText("You trust this folder").waitFor();
  // Away from the editor for trust, which is in front of everything.
  await workbench.reload();
  await expect.poll(ours).toContain("Sandshell: Delete Session");
  expect(server.sandshells).toEqual([]);
  await workbench.execute("echo trusted");
  await expect.poll(() => workbench.terminalText()).toMatch(/\ntrusted\n✔/);
  expect(server.sandshells).not.toEqual([]);
});
