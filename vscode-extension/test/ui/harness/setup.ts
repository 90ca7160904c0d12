import type { TestProject } from "vitest/node";
import { findBrowserEditor } from "./browserEditor.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Why the tests in a real VS Code cannot run here, or nothing. */
    missing: string;
  }
}

/** What a real VS Code needs is large, so that only CI insists on it. */
export default function setup({ provide }: TestProject): void {
  const editor = findBrowserEditor();
  const missing = "missing" in editor ? editor.missing : "";
  if (missing !== "") {
    if (process.env.CI === "true") {
      throw new Error(missing);
    }
    console.warn(`\nSKIPPED, all that needs a real VS Code: ${missing}\n`);
  }
  provide("missing", missing);
}
