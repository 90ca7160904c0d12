import { type BrowserContext, chromium } from "playwright-core";
import type { EditorServer } from "./editorServer.ts";

/** The size that the documentation's pictures have. */
const viewport = { width: 1280, height: 800 };

/** A browser that knows nothing and reaches nothing but this machine. */
export function openBrowser(server: EditorServer): Promise<BrowserContext> {
  return chromium.launchPersistentContext(server.browserFolder, {
    executablePath: server.editor.browser,
    headless: true,
    // It cannot have one of its own in many containers, and sees our pages only.
    chromiumSandbox: false,
    viewport,
    locale: "en-US",
    env: Object.fromEntries(
      Object.entries(server.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
    permissions: ["clipboard-read", "clipboard-write"],
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-dev-shm-usage",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ],
  });
}
