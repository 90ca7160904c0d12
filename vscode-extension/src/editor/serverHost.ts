import { join } from "node:path";
import { commands, type Disposable, type ExtensionContext, env, type LogOutputChannel, window } from "vscode";
import { type Printed, runToEnd } from "../server/commandLine.ts";
import { findJava, JavaNotFoundError } from "../server/javaRuntime.ts";
import { messageOf, ServerSupervisor } from "../server/serverSupervisor.ts";
import { readConfig } from "./config.ts";

/** So that the server's size does not depend on the machine's. */
const javaOptions = ["-XX:+UseSerialGC", "-Xms24m", "-Xmx160m", "-Xss512k", "-XX:+ExitOnOutOfMemoryError"];

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

  /** A new server; of a shared one, its sessions come along. */
  async restart(): Promise<void> {
    await this.supervisor.restart(async () => {
      if (readConfig().isShared) {
        await this.#restartDaemon();
      }
    });
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
      this.#log.show();
    }
  }

  dispose(): void {
    this.supervisor.dispose();
  }

  async #restartDaemon(): Promise<void> {
    const first = await this.run("daemon", "restart");
    if (first.exitCode !== commandsRun) {
      return check(first);
    }
    const answer = await window.showWarningMessage(
      "Restarting the server ends the commands that run now.",
      { modal: true, detail: first.text },
      "Restart Anyway",
    );
    if (answer !== undefined) {
      check(await this.run("daemon", "restart", "--force"));
    }
  }

  async #tellOfEnd(reason: string): Promise<void> {
    const message = `Sandshell's server is gone: ${reason}.`;
    const answer = await window.showErrorMessage(message, "Restart Server", "Show Log");
    if (answer === "Restart Server") {
      await this.restart().catch((error) => this.complain(error));
    } else if (answer === "Show Log") {
      this.#log.show();
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
