import { expect } from "vitest";
import { editorTest } from "./harness/editorTest.ts";

const test = editorTest();

test("the palette lists the extension's commands", async ({ workbench }) => {
  await expect.poll(() => workbench.paletteEntries("Sandshell: ")).toContain("Sandshell: Show Log");
});

test("a command activates the extension, which the editor's own list shows with its time", async ({ workbench }) => {
  await workbench.run("Sandshell: Show Log");
  await workbench.run("Developer: Show Running Extensions");
  const row = workbench.page.locator(".runtime-extensions-editor .extension", { hasText: "sandshell.sandshell" });
  await expect.poll(() => row.locator(".activation-time").innerText()).toMatch(/Activation: \d+ms/);
  process.stdout.write(`  ${await row.locator(".activation-time").innerText()}\n`);
  await workbench.screenshot("running-extensions");
});
