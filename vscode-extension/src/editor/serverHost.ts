import { join } from "node:path";
import {
  commands,
  type Disposable,
  type ExtensionContext,
  env,
  type LogOutputChannel,
  ProgressLocation,
  window,
} from "vscode";
import { type Printed, runToEnd } from "../server/commandLine.ts";
import { findJava, JavaNotFoundError } from "../server/javaRuntime.ts";
import { messageOf, ServerSupervisor } from "../server/serverSupervisor.ts";
import { shortCommand } from "../sessions/execView.ts";
import { readConfig } from "./config.ts";
import { showLog } from "./logView.ts";

/** So that the server's size does not depend on the machine's. */
const javaOptions = ["-XX:+UseSerialGC", "-Xms24m", "-Xmn12m", "-Xmx160m", "-Xss512k", "-XX:+ExitOnOutOfMemoryError"];

/** The exit code of "daemon restart" that has done nothing, since something runs; it prints what. */
const commandsRun = 1;

/** The server that comes with the extension: how it is started, and what the user is told of its life. */
export class ServerHost implements Disposable {
  readonly supervisor: ServerSupervisor;
  readonly #context: ExtensionContext;
  readonly #log: LogOutputChannel;

  constructor(context: ExtensionContext, log: LogOutputChannel) {
    this.#context = context;
    this.#log = log;
    this.supervisor = new ServerSupervisor(async () => [...(await this.#program()), ...this.#serve()], {
      info: (line) => log.info(line),
      warn: (line) => log.warn(line),
      server: (line) => log.info(`server: ${line}`),
    });
    this.supervisor.onLost(({ reason, isFinal }) => {
      if (isFinal) {
        void this.#tellOfEnd(reason);
      }
    });
  }

  /** What a command of the server's command line prints, and how it ends. */
  async run(...args: string[]): Promise<Printed> {
    return runToEnd([...(await this.#program()), ...args]);
  }

  /** A new server, where the user lets go of what runs; of a shared one, its sessions come along. */
  async restart(): Promise<void> {
    const running = await this.#running();
    if (running.length > 0 && !(await isToRestart(running.join("\n")))) {
      return;
    }
    await window.withProgress({ location: ProgressLocation.Window, title: "Sandshell restarts its server" }, () =>
      this.supervisor.restart(async () => {
        if (readConfig().isShared) {
          await this.#restartDaemon(running.length > 0);
        }
      }),
    );
  }

  /** Says what went wrong, and offers what helps. */
  async complain(error: unknown): Promise<void> {
    const message = messageOf(error);
    this.#log.error(message);
    if (error instanceof JavaNotFoundError) {
      if ((await window.showErrorMessage(message, "Open Settings")) !== undefined) {
        await openSetting("sandshell.java.home");
      }
    } else if ((await window.showErrorMessage(message, "Show Log")) !== undefined) {
      await showLog(this.#log);
    }
  }

  dispose(): void {
    this.supervisor.dispose();
  }

  /** The commands of all sessions that run, each as a line; nothing where that cannot be asked without a new server. */
  async #running(): Promise<string[]> {
    if (!this.supervisor.isOpen) {
      return [];
    }
    const { connection } = await this.supervisor.open();
    const { execs } = await connection.request("sandbox/exec/list", { running: true });
    const { sessions } = await connection.request("sandbox/session/list", {});
    const nameOf = (id: string) => sessions.find(({ sessionId }) => sessionId === id)?.name ?? id;
    return execs.map(({ sessionId, command }) => `${nameOf(sessionId)}: ${shortCommand(command)}`);
  }

  async #restartDaemon(isForced: boolean): Promise<void> {
    const first = await this.run("daemon", "restart", ...(isForced ? ["--force"] : []));
    if (first.exitCode !== commandsRun) {
      return check(first);
    }
    // Of another's, or begun this very moment.
    if (await isToRestart(first.text)) {
      check(await this.run("daemon", "restart", "--force"));
    }
  }

  async #tellOfEnd(reason: string): Promise<void> {
    const message = `Sandshell's server is gone: ${reason}.`;
    const answer = await window.showErrorMessage(message, "Restart Server", "Show Log");
    if (answer === "Restart Server") {
      await this.restart().catch((error) => this.complain(error));
    } else if (answer === "Show Log") {
      await showLog(this.#log);
    }
  }

  async #program(): Promise<string[]> {
    if (process.platform !== "linux") {
      throw new Error("Sandshell runs where Linux does; open the folder in WSL, a container, or over SSH.");
    }
    const config = readConfig();
    const java = await findJava({ setting: config.javaHome, home: process.env.JAVA_HOME });
    const jar = config.serverJar || join(this.#context.extensionPath, "server", "sandshell.jar");
    return [java, ...javaOptions, "-jar", jar];
  }

  #serve(): string[] {
    return ["serve", readConfig().isShared ? "--shared" : "--stdio"];
  }
}

async function isToRestart(detail: string): Promise<boolean> {
  const message = "Restarting the server ends the commands that run now.";
  return (await window.showWarningMessage(message, { modal: true, detail }, "Restart Anyway")) !== undefined;
}

/** A setting of the machine's: where that is another than the one with the window, it has settings of its own. */
async function openSetting(query: string): Promise<void> {
  if (env.remoteName === undefined) {
    await commands.executeCommand("workbench.action.openSettings", query);
  } else {
    await commands.executeCommand("workbench.action.openRemoteSettings", { query });
  }
}

function check({ text, exitCode }: Printed): void {
  if (exitCode !== 0) {
    throw new Error(text);
  }
}
