import { expect } from "vitest";
import { editorTest } from "./harness/editorTest.ts";

const test = editorTest({ machineSettings: { "sandshell.java.home": "/nowhere" } });

test("without Java it says what to do, and leads there", async ({ workbench, server }) => {
  await workbench.execute("echo never");
  await expect
    .poll(() => workbench.notifications())
    .toContainEqual(
      expect.stringMatching(/^The setting "sandshell.java.home" names a folder in which no bin\/java runs/),
    );
  await workbench.screenshot("no-java");
  await workbench.press("Open Settings");
  await workbench.page.locator(".settings-editor .setting-item-label", { hasText: "Home" }).first().waitFor();
  expect(server.sandshells).toEqual([]);
});
