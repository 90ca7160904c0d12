import { expect } from "vitest";
import { editorTest } from "./harness/editorTest.ts";

const test = editorTest();

test("the palette lists the extension's commands", async ({ workbench }) => {
  await expect.poll(() => workbench.paletteEntries("Sandshell: ")).toContain("Sandshell: Show Log");
  await workbench.screenshot("palette");
});

test("the log opens", async ({ workbench }) => {
  await workbench.run("Sandshell: Show Log");
  await workbench.page.locator(".panel .title").getByText("Output").first().waitFor();
});
