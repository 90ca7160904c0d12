import { test } from "vitest";
import { endingWith } from "../conformance/serverUnderTest.ts";
import { openBrowser } from "./harness/browser.ts";
import { extensionFolder } from "./harness/browserEditor.ts";
import { EditorServer } from "./harness/editorServer.ts";
import { bundleHostTests } from "./harness/hostBundle.ts";
import { runInHost } from "./harness/hostRun.ts";
import { skipWithoutEditor } from "./harness/skipping.ts";

skipWithoutEditor();

test("the tests in the extension host", { timeout: 300_000 }, async () => {
  const tests = await bundleHostTests(process.env.HOST_TESTS);
  const server = await EditorServer.start({ isInstalling: false, codeOptions: ["enable-smoke-test-driver"] });
  await endingWith(
    async () => {
      const browser = await openBrowser(server);
      await endingWith(
        () => runInHost(browser, server, extensionFolder, tests),
        () => browser.close(),
      );
    },
    () => server.end(),
  );
});
