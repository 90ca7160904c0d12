import { expect, test } from "vitest";
import { open, type ZipFile } from "yauzl";
import { vsix } from "./harness/browserEditor.ts";

/** What everybody loads with the editor; the server is as large as it is. */
const mostBytes = 150 * 1024;

test("the package holds what ships and nothing else, and is small without the server", async () => {
  const sizes = await packedSizes(vsix);
  const names = [...sizes.keys()].filter((name) => !name.startsWith("extension/media/"));
  expect(names.sort()).toEqual([
    "[Content_Types].xml",
    "extension.vsixmanifest",
    "extension/LICENSE.txt",
    "extension/changelog.md",
    "extension/dist/connection.cjs",
    "extension/dist/extension.cjs",
    "extension/package.json",
    "extension/readme.md",
    "extension/server/sandshell.jar",
  ]);
  sizes.delete("extension/server/sandshell.jar");
  const bytes = [...sizes.values()].reduce((sum, size) => sum + size);
  process.stdout.write(`  ${(bytes / 1024).toFixed(1)} KiB without the server\n`);
  expect(bytes).toBeLessThan(mostBytes);
});

/** The files of a zip, and how many bytes of it each takes. */
function packedSizes(path: string): Promise<Map<string, number>> {
  return new Promise((resolve, reject) => {
    open(path, (error: Error | null, zip: ZipFile) => {
      if (error) {
        reject(error);
        return;
      }
      const sizes = new Map<string, number>();
      zip.on("entry", ({ fileName, compressedSize }) => sizes.set(fileName, compressedSize));
      zip.on("error", reject);
      zip.on("end", () => resolve(sizes));
    });
  });
}
