// Makes target/sandshell.vsix and says how large it is.

import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { bundle, extensionFolder } from "./bundle.js";

const vsix = join(extensionFolder, "../sandshell.vsix");

await bundle();
execFileSync(
  join(import.meta.dirname, "../node_modules/.bin/vsce"),
  // What the bundle imports is in it.
  ["package", "--no-dependencies", "--allow-missing-repository", "--out", vsix],
  { cwd: extensionFolder, stdio: ["ignore", "ignore", "inherit"] },
);
const size = (file) => `${(statSync(file).size / 1024).toFixed(0)} KiB`;
console.log(`${vsix}: ${size(vsix)}, dist/extension.cjs: ${size(join(extensionFolder, "dist/extension.cjs"))}`);
