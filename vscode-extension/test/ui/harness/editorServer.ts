import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Deadline } from "../../conformance/deadline.ts";
import { describeProcess, filesOf, processesOf } from "../../conformance/leftovers.ts";
import { serverCommand } from "../../conformance/serverUnderTest.ts";
import { type BrowserEditor, extensionFolder, findBrowserEditor, vsix } from "./browserEditor.ts";

/** What a test wants beyond an empty folder in an editor that has our extension. */
export interface EditorOptions {
  /** Files of the workspace folder, by name. */
  files?: Record<string, string>;
  /** The user's settings, beside the quiet ones. */
  settings?: Record<string, unknown>;
  /** Settings of the machine that the extension runs on. Among the user's, they count until the extension is known, and then no more. */
  machineSettings?: Record<string, unknown>;
  /** Whether a folder is trusted at once, which is what most tests are not about. */
  isTrusting?: boolean;
  /** More environment of the editor, and so of all that it starts. */
  env?: Record<string, string>;
  /** Other options of VS Code's own server, as `name` or `name=value`. */
  codeOptions?: readonly string[];
  /** Folders of further extensions, which may use what of the editor's API is still a proposal. */
  extensions?: readonly string[];
  /** Where not, the extension has to come by `extensionDevelopmentPath`. */
  isInstalling?: boolean;
}

/** Nothing that asks, tells, updates or animates, and a terminal whose text stands in the page. */
const quietSettings = {
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "workbench.enableExperiments": false,
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.reduceMotion": "on",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "chat.disableAIFeatures": true,
  "chat.commandCenter.enabled": false,
  "git.enabled": false,
  "terminal.integrated.gpuAcceleration": "off",
  "terminal.integrated.minimumContrastRatio": 1,
  "terminal.integrated.cursorBlinking": false,
};

/**
 * A VS Code server with everything of its own: home, settings, extensions, Sandshell's folders. Whatever it starts, however
 * far away, is known by a mark in its environment; `end` ends it all and fails where it has to use force.
 */
export class EditorServer {
  readonly editor: BrowserEditor;
  /** The workspace folder. */
  readonly workspace: string;
  /** An empty folder for a browser, which goes with the rest. */
  readonly browserFolder: string;
  readonly env: NodeJS.ProcessEnv;
  readonly #root: string;
  readonly #runtimeFolder: string;
  readonly #mark: string = randomUUID();
  #process: ChildProcess | undefined;
  #log = "";
  #address = "";

  private constructor(editor: BrowserEditor, options: EditorOptions) {
    this.editor = editor;
    // Short: the path of a Unix socket in it has to fit into 107 bytes.
    this.#root = realpathSync(mkdtempSync(join(tmpdir(), "sandshell-ui-")));
    const folder = (name: string) => {
      const path = join(this.#root, name);
      mkdirSync(path, { recursive: true, mode: 0o700 });
      return path;
    };
    this.#runtimeFolder = folder("run");
    this.workspace = folder("workspace");
    this.browserFolder = folder("browser");
    this.env = {
      ...inheritedEnv(),
      HOME: folder("home"),
      XDG_CONFIG_HOME: folder("home/.config"),
      XDG_CACHE_HOME: folder("home/.cache"),
      XDG_DATA_HOME: folder("home/.local/share"),
      XDG_STATE_HOME: folder("home/.local/state"),
      XDG_RUNTIME_DIR: folder("xdg"),
      // Or it asks a registry what there is, which is also not the same every day.
      EXTENSIONS_GALLERY: '{"serviceUrl":""}',
      SANDSHELL_RUNTIME_DIR: this.#runtimeFolder,
      SANDSHELL_STATE_DIR: folder("state"),
      SANDSHELL_TEST_RUN: this.#mark,
      ...options.env,
    };
    for (const [name, text] of Object.entries(options.files ?? {})) {
      const file = join(this.workspace, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    // Before anything is installed, so that the editor takes them for its own.
    for (const extension of options.extensions ?? []) {
      cpSync(extension, join(folder("extensions"), basename(extension)), { recursive: true });
    }
    const settle = (whose: "User" | "Machine", settings: Record<string, unknown> = {}) =>
      writeFileSync(join(folder(`data/${whose}`), "settings.json"), JSON.stringify(settings, null, 2));
    settle("User", { ...quietSettings, ...options.settings });
    settle("Machine", options.machineSettings);
    writeFileSync(join(this.#root, "config.yaml"), "");
  }

  static async start(options: EditorOptions = {}): Promise<EditorServer> {
    const editor = findBrowserEditor();
    if ("missing" in editor) {
      throw new Error(editor.missing);
    }
    const server = new EditorServer(editor, options);
    try {
      if (options.isInstalling ?? true) {
        server.#install();
      }
      await server.#serve(options);
    } catch (error) {
      await server.end().catch(() => {});
      throw error;
    }
    return server;
  }

  /** `host:port`, which is also the name that it gives to itself as a remote. */
  get authority(): string {
    return this.#address;
  }

  /** The page that opens the workspace folder. */
  get page(): string {
    return `http://${this.#address}/?folder=${encodeURIComponent(this.workspace)}`;
  }

  /** The program of Sandshell's server, as the extension has brought it. */
  get jar(): string {
    const { version } = JSON.parse(readFileSync(join(extensionFolder, "package.json"), "utf8"));
    return join(this.#root, `extensions/sandshell.sandshell-${version}/server/sandshell.jar`);
  }

  /** The processes of Sandshell's server that an extension has started. */
  get sandshells(): string[] {
    return this.#started.map(describeProcess).filter((process) => process.includes("sandshell.jar"));
  }

  /** The most that the process with the extensions has had in memory, in MiB, as the kernel counts it. */
  get extensionHostPeakMiB(): number {
    const peaks = this.#started
      .filter((pid) => describeProcess(pid).includes("--type=extensionHost"))
      .map((pid) => Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]));
    return Math.round(Math.max(...peaks) / 1024);
  }

  /** Every process that it, or what it has started, has started. */
  get #started(): string[] {
    return processesOf({ runtimeFolder: this.#runtimeFolder, mark: this.#mark, shells: new Set<number>() });
  }

  /** The end of what it has written. */
  get log(): string {
    return this.#log;
  }

  #arguments(): string[] {
    return [
      ...["--config", join(this.#root, "config.yaml")],
      ...["--user-data-dir", join(this.#root, "data")],
      ...["--extensions-dir", join(this.#root, "extensions")],
    ];
  }

  #install(): void {
    const [node, entry] = this.editor.command;
    execFileSync(node, [entry, ...this.#arguments(), "--install-extension", vsix], { env: this.env, stdio: "pipe" });
  }

  async #serve({ codeOptions = [], isTrusting = true }: EditorOptions): Promise<void> {
    const [node, entry] = this.editor.command;
    const child = spawn(
      node,
      [
        entry,
        ...this.#arguments(),
        ...["--bind-addr", "127.0.0.1:0", "--auth", "none", "--ignore-last-opened"],
        // Should the tests be killed, nobody comes back to it.
        ...["--idle-timeout-seconds", "120"],
        ...["--disable-telemetry", "--disable-update-check", "--disable-getting-started-override", "--disable-proxy"],
        ...(isTrusting ? ["--disable-workspace-trust"] : []),
        ...codeOptions.flatMap((option) => ["--vscode-option", option]),
      ],
      // A group of its own, so that a signal reaches its children too.
      { env: this.env, stdio: ["ignore", "pipe", "pipe"], detached: true },
    );
    this.#process = child;
    await once(child, "spawn");
    const served = new Promise<void>((resolve, reject) => {
      const take = (text: string) => {
        this.#log = (this.#log + text).slice(-100_000);
        const address = /server listening on http:\/\/([\d.]+:\d+)/.exec(this.#log)?.[1];
        if (address !== undefined && this.#address === "") {
          this.#address = address;
          resolve();
        }
      };
      child.stdout.setEncoding("utf8").on("data", take);
      child.stderr.setEncoding("utf8").on("data", take);
      child.once("exit", (code) => reject(new Error(`code-server has ended with ${code}:\n${this.#log}`)));
    });
    await new Deadline().limit(served, () => new Error(`code-server does not listen:\n${this.#log}`));
  }

  /** Ends it and all that it started; throws where something had to be forced, or has left files. Close its pages before. */
  async end(): Promise<void> {
    const complaints: string[] = [];
    this.#signal("SIGTERM");
    this.#endDaemon(complaints);
    const traces = { runtimeFolder: this.#runtimeFolder, mark: this.#mark, shells: new Set<number>() };
    const deadline = new Deadline();
    let left = processesOf(traces);
    while (left.length > 0 && !deadline.isOver) {
      await pause(20);
      left = processesOf(traces);
    }
    for (const pid of left) {
      complaints.push(`process ${describeProcess(pid)}`);
      endByForce(Number(pid));
    }
    complaints.push(...filesOf(this.#runtimeFolder).map((file) => `file ${file}`));
    rmSync(this.#root, { recursive: true, force: true, maxRetries: 5 });
    if (complaints.length > 0) {
      throw new Error(`left behind by the editor:\n${complaints.join("\n")}`);
    }
  }

  /** The extension's daemon outlives its editor, as it should. */
  #endDaemon(complaints: string[]): void {
    const [java = "", ...args] = serverCommand("daemon", "stop");
    try {
      execFileSync(java, args, { env: this.env, stdio: "pipe", timeout: 30_000 });
    } catch (error) {
      complaints.push(`"daemon stop": ${error}`);
    }
  }

  #signal(signal: NodeJS.Signals): void {
    if (this.#process?.pid !== undefined && existsSync(`/proc/${this.#process.pid}`)) {
      process.kill(-this.#process.pid, signal);
    }
  }
}

/** Without what an editor or test runner around us says to its children. */
function inheritedEnv(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(VSCODE|VITEST|ELECTRON|CODE_SERVER|SANDSHELL)_|^(NODE_OPTIONS|NODE_ENV|TEST|VITEST)$/.test(name),
    ),
  );
}

function endByForce(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended meanwhile.
  }
}
