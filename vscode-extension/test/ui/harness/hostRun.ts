import { format } from "node:util";
import type { BrowserContext } from "playwright-core";
import { reportMark } from "../../host/report.ts";
import type { EditorServer } from "./editorServer.ts";

/**
 * Runs tests in the extension host of a window and prints what they report; throws, with the end of what else the window
 * has logged, unless all pass.
 */
export async function runInHost(
  browser: BrowserContext,
  server: EditorServer,
  extension: string,
  tests: string,
): Promise<void> {
  const page = await browser.newPage();
  const ended = new Promise<number>((resolve, reject) => {
    page.exposeFunction("codeAutomationExit", resolve).catch(reject);
    page.once("close", () => reject(new Error("the window has closed before the tests were done")));
  });
  const log: string[] = [];
  await page.exposeFunction("codeAutomationLog", (_type: string, args: unknown[]) => {
    const line = format(...args);
    if (line.startsWith(reportMark)) {
      process.stdout.write(`  ${line.slice(reportMark.length)}\n`);
    } else {
      log.push(line);
    }
  });
  const remote = (path: string) => `vscode-remote://${server.authority}${path}`;
  const payload = [
    ["extensionDevelopmentPath", remote(extension)],
    ["extensionTestsPath", remote(tests)],
  ];
  await page.goto(`${server.page}&payload=${encodeURIComponent(JSON.stringify(payload))}`);
  const exitCode = await ended;
  if (exitCode !== 0) {
    throw new Error(`the tests in the extension host have ended with ${exitCode}\n${log.slice(-50).join("\n")}`);
  }
}
