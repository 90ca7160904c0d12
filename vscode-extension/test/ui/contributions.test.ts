import { expect } from "vitest";
import { editorTest } from "./harness/editorTest.ts";
import type { Workbench } from "./harness/workbench.ts";

const test = editorTest({
  files: { "run.sh": "echo run\n" },
  settings: { "sandshell.session.startup": "clean" },
});

/** What the palette offers that runs something, without the shortcuts. */
async function offered(workbench: Workbench): Promise<string[]> {
  const entries = await workbench.paletteEntries("Sandshell: Execute");
  return entries.map((entry) => /^Sandshell: Execute ([\w ]+)(…| in Session)/.exec(entry)?.[1] ?? entry).sort();
}

/** A step of the walkthrough. */
const step = (workbench: Workbench, title: string) =>
  workbench.page.locator(".getting-started-step", { hasText: title });

async function openWalkthrough(workbench: Workbench): Promise<void> {
  await workbench.runAndPick("Welcome: Open Walkthrough...", "Get Started with Sandshell");
  await step(workbench, "Run from your files").waitFor();
}

test("the palette offers what the editor in front can be asked for", async ({ workbench }) => {
  await workbench.openFile("run.sh");
  await expect.poll(() => offered(workbench)).toEqual(["Cell", "Command", "Command in Background", "File", "Line"]);
  await openWalkthrough(workbench);
  await expect.poll(() => offered(workbench)).toEqual(["Command", "Command in Background"]);
});

test("a walkthrough shows what there is, and notes what has been tried", async ({ workbench }) => {
  await openWalkthrough(workbench);
  const isDone = (title: string) => step(workbench, title).locator(".codicon-getting-started-step-checked").isVisible();
  const press = async (title: string, button: string) => {
    await step(workbench, title).click();
    await step(workbench, title).locator(".monaco-button", { hasText: button }).click();
  };
  await press("Execute a command", "Execute Command");
  await workbench.asks("Execute Command");
  await workbench.answer("echo walked");
  await expect.poll(() => workbench.terminalText()).toMatch(/walked\n✔/);
  await expect.poll(() => isDone("Execute a command")).toBe(true);
  expect(await isDone("Run from your files")).toBe(false);
  await press("Open the session's terminal", "Open Session Terminal");
  await expect.poll(() => isDone("Open the session's terminal")).toBe(true);
  await press("Work in several sessions", "Switch Session");
  await workbench.asks("Switch Session");
  await workbench.closeInput();
  await press("Work in several sessions", "New Session");
  await workbench.asks("New Session");
  await workbench.answer("another");
  await expect.poll(() => workbench.statusBar()).toContainEqual(expect.stringMatching(/^ *another /));
  await expect.poll(() => isDone("Work in several sessions")).toBe(true);
  await press("Run from your files", "Open an Example");
  await expect.poll(() => workbench.editorText()).toMatch(/^# A script of cells/);
  await workbench.page.locator(".tab", { hasText: "Welcome" }).click();
  await expect.poll(() => isDone("Run from your files")).toBe(true);
  await workbench.screenshot("walkthrough");
});

test("what the view offers for a session or a command is said of that one", async ({ workbench }) => {
  await workbench.execute("echo first");
  await expect.poll(() => workbench.terminalText()).toMatch(/first\n✔/);
  await workbench.run("Sandshell: Focus on Sessions View");
  await workbench.expand("workspace");
  await workbench.treeRow("echo first").waitFor();
  expect(await workbench.contextMenu("workspace")).toEqual([
    "Open Session Terminal",
    "Switch to Session",
    "Set Environment Variable…",
    "Reset Session",
    "Delete Session",
  ]);
  expect(await workbench.contextMenu("echo first")).toEqual(["Show Command Output", "Re-run Command"]);
  await workbench.execute("echo second");
  await expect.poll(() => workbench.terminalText()).toMatch(/second\n✔/);
  await workbench.treeRow("echo first").hover();
  await workbench.treeRow("echo first").getByRole("button", { name: "Re-run Command" }).click();
  await expect.poll(() => workbench.terminalText()).toMatch(/first\n✔[\s\S]*second\n✔[\s\S]*first\n✔/);
});
