import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { extensionFolder } from "./browserEditor.ts";

const sources = join(import.meta.dirname, "../../host");

/** The folder with the tests that run inside the extension host; Mocha is found from where it lies. */
const folder = join(extensionFolder, "../host-tests");

/** Makes one file of the tests, the names of which contain `filter`, and gives its path: what VS Code is to run. */
export async function bundleHostTests(filter = ""): Promise<string> {
  const tests = readdirSync(sources, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts") && name.includes(filter))
    .sort();
  const outfile = join(folder, "tests.cjs");
  rmSync(folder, { recursive: true, force: true });
  await build({
    stdin: {
      // Not imported, for Mocha has to be ready before.
      contents: `
        import { run as runSuites } from "./run.ts";
        export const run = () => runSuites([${tests.map((name) => `() => require(${JSON.stringify(`./${name}`)})`)}]);
      `,
      resolveDir: sources,
    },
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    external: ["vscode", "mocha"],
    sourcemap: "inline",
    logLevel: "warning",
  });
  return outfile;
}
