import { expect } from "vitest";
import { editorTest } from "./harness/editorTest.ts";

const test = editorTest();

test("the palette lists the extension's commands", async ({ workbench }) => {
  await expect.poll(() => workbench.paletteEntries("Sandshell: Show")).toContain("Sandshell: Show Log");
});

test("a command activates the extension, which the editor's own list shows with its time", async ({ workbench }) => {
  await workbench.run("Sandshell: Show Log");
  await workbench.page.locator(".panel .part.panel, .part.panel").getByRole("tab", { name: "Output" }).waitFor();
  await workbench.run("Developer: Show Running Extensions");
  const list = workbench.page.locator(".runtime-extensions-editor");
  const ours = list.locator(".extension", { hasText: "Sandshell" }).locator(".activation-time");
  // The slowest come first, and only what can be seen is in the page.
  await list.hover();
  await expect
    .poll(async () => {
      await workbench.page.mouse.wheel(0, 200);
      return ours.allInnerTexts();
    })
    .toEqual([expect.stringMatching(/Activation: \d+ms/)]);
  process.stdout.write(`  ${await ours.innerText()}\n`);
  await workbench.screenshot("running-extensions");
});
