import { test } from "vitest";
import { openBrowser } from "./browser.ts";
import { type EditorOptions, EditorServer } from "./editorServer.ts";
import { skipWithoutEditor } from "./skipping.ts";
import { Workbench } from "./workbench.ts";

/**
 * Tests in a real VS Code with our packaged extension: all of a file on one server and in one browser, each in a window of
 * its own. With its last test the server is gone, and all that it started.
 */
export function editorTest(options: EditorOptions = {}) {
  skipWithoutEditor();
  return (
    test
      // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from it which others a fixture needs.
      .extend("server", { scope: "file" }, async ({}, { onCleanup }) => {
        const server = await EditorServer.start(options);
        onCleanup(() => server.end());
        return server;
      })
      .extend("browser", { scope: "file" }, async ({ server }, { onCleanup }) => {
        const browser = await openBrowser(server);
        onCleanup(() => browser.close());
        return browser;
      })
      .extend("workbench", async ({ browser, server, task }, { onCleanup }) => {
        const page = await browser.newPage();
        onCleanup(async () => {
          if (task.result?.state === "fail") {
            console.error(`what it saw last: ${await Workbench.lastSight(page, task.name)}`);
          }
          await page.close();
        });
        return Workbench.open(page, server);
      })
  );
}
