import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { CancellationTokenSource } from "vscode-jsonrpc/node";
import type { SandshellApi } from "../../src/api.ts";

const project = resolve(import.meta.dirname, "../..");

/** What a stand-in of the editor gives where the test cares. */
export interface Editor {
  /** The settings that are not as they ship. */
  settings: Record<string, unknown>;
  /** Its language models, where it has any. */
  lm?: unknown;
}

/** Our extension in an editor that is none: what it gives others, what it has registered, and its end. */
export interface Activated {
  api: SandshellApi;
  commands: string[];
  dispose(): void;
}

/** The extension as it ships, activated with a `vscode` that has everything, says nothing, and knows no more than `editor`. */
export function activateIn({ settings, lm }: Editor): Activated {
  const commands: string[] = [];
  const vscode: Record<string, unknown> = {
    CancellationError: class extends Error {},
    // The editor's own is of the same make.
    CancellationTokenSource,
    Disposable: class {
      readonly dispose: () => void;
      constructor(dispose: () => void) {
        this.dispose = dispose;
      }
    },
    EventEmitter: class {
      readonly event = () => ({ dispose: () => {} });
      fire() {}
      dispose() {}
    },
    commands: silent({
      registerCommand: (id: string) => {
        commands.push(id);
        return { dispose: () => {} };
      },
    }),
    workspace: silent({
      workspaceFolders: undefined,
      textDocuments: [],
      getConfiguration: (section: string) => ({
        get: (name: string, fallback: unknown) => settings[`${section}.${name}`] ?? fallback,
      }),
    }),
    window: silent({ visibleTextEditors: [], activeTerminal: undefined, activeTextEditor: undefined }),
    lm,
  };
  const subscriptions: { dispose(): unknown }[] = [];
  const api: SandshellApi = extensionFor(silent(vscode)).activate({
    subscriptions,
    extensionPath: project,
    workspaceState: { get: (_key: string, fallback: unknown) => fallback, update: async () => {} },
  });
  return {
    api,
    commands,
    dispose: () => {
      for (const subscription of subscriptions) {
        subscription.dispose();
      }
    },
  };
}

/** Made once, before a test has an environment of its own, which the bundler would have for as long as it lives. */
const { outputFiles } = await build({
  entryPoints: [join(project, "src/extension.ts")],
  bundle: true,
  write: false,
  platform: "node",
  format: "cjs",
  target: "node20",
  external: ["vscode"],
  mainFields: ["module", "main"],
  logLevel: "warning",
});
const bundle = outputFiles[0]?.text ?? "";

/** The bundle, with this for what it has of the editor. */
function extensionFor(vscode: unknown): { activate(context: unknown): SandshellApi } {
  const require = createRequire(import.meta.url);
  const module = { exports: {} as { activate(context: unknown): SandshellApi } };
  const load = new Function("module", "exports", "require", bundle);
  load(module, module.exports, (name: string) => (name === "vscode" ? vscode : require(name)));
  return module.exports;
}

/** What is known, and for all else something that can be called, made and read, and gives more of the same. */
function silent(known: Record<string | symbol, unknown> = {}): object {
  return new Proxy(class {}, {
    get: (_target, name) => {
      if (name in known) {
        return known[name];
      }
      // No promise, and nothing in it.
      return name === "then" ? undefined : name === Symbol.iterator ? [].values : silent();
    },
    has: () => true,
    set: () => true,
    apply: () => silent(),
    construct: () => silent(),
  });
}
