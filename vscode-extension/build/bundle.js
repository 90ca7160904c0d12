// Puts the extension together as it ships: "target/extension", which an editor can also load as it is.

import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { build } from "esbuild";

const project = resolve(import.meta.dirname, "..");

/** The folder of the extension. */
export const extensionFolder = join(project, "target/extension");

/** The folder with everything that ships, made anew. */
export async function bundle() {
  rmSync(extensionFolder, { recursive: true, force: true });
  await build({
    absWorkingDir: project,
    entryPoints: ["src/extension.ts", "src/connection.ts"],
    outdir: join(extensionFolder, "dist"),
    outbase: "src",
    outExtension: { ".js": ".cjs" },
    plugins: [apart],
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    external: ["vscode"],
    // As "require", which is what is there to load what is not an ES module.
    supported: { "dynamic-import": false },
    minify: true,
    // An error's stack names what the log is to be searched for.
    keepNames: true,
    // The ES modules of a package: what is not used of them is left out.
    mainFields: ["module", "main"],
    logLevel: "warning",
  });
  copy(process.env.SANDSHELL_JAR ?? join(project, "../server/target/sandshell.jar"), "server/sandshell.jar");
  copy(join(project, "README.md"), "README.md");
  for (const name of ["CHANGELOG.md", "LICENSE"]) {
    copy(join(project, "..", name), name);
  }
  if (existsSync(join(project, "media"))) {
    copy(join(project, "media"), "media");
  }
  writeFileSync(join(extensionFolder, "package.json"), `${JSON.stringify(shippedManifest(), null, 2)}\n`);
}

/** What the sources load by "import()", which is only done when it is needed, is a file of its own. */
const apart = {
  name: "apart",
  setup({ onResolve }) {
    onResolve({ filter: /\.ts$/ }, ({ kind, path }) =>
      kind === "dynamic-import" ? { path: `./${basename(path, ".ts")}.cjs`, external: true } : undefined,
    );
  },
};

/** What an editor reads of the manifest. The rest is for those who build: the bundle has all that it imports in it. */
function shippedManifest() {
  const {
    scripts,
    type,
    private: _private,
    dependencies,
    devDependencies,
    ...manifest
  } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
  // The folder holds nothing else.
  return { ...manifest, files: ["**"] };
}

function copy(from, name) {
  mkdirSync(join(extensionFolder, name, ".."), { recursive: true });
  cpSync(from, join(extensionFolder, name), { recursive: true });
}
