import { randomUUID } from "node:crypto";
import { accessSync, constants, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { ServerProcess } from "../../src/serverProcess.ts";
import { Deadline } from "./deadline.ts";
import { describeProcess, filesOf, processesOf } from "./leftovers.ts";

const root = resolve(import.meta.dirname, "../../..");

/** The folder `test-fixtures` of this checkout. */
export const fixtures = join(root, "test-fixtures");

/** Whether the search path has a program of that name. */
export function isInstalled(program: string): boolean {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** How the packaged server is started: `SANDSHELL_JAR`, or what Maven has built here. */
export function serverCommand(...args: string[]): string[] {
  const jar = resolve(process.env.SANDSHELL_JAR ?? join(root, "server/target/sandshell.jar"));
  if (!existsSync(jar)) {
    throw new Error(`there is no ${jar}; "mvn -Dquick -DskipTests package" builds it`);
  }
  const home = process.env.JAVA_HOME;
  // Started often and for moments: what helps a long run only costs here.
  const options = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xlog:disable", ...preparedFor(jar)];
  return [home ? join(home, "bin/java") : "java", ...options, "-jar", jar, ...args];
}

/** What the build has put beside the jar for a fast start, as the launcher takes it: parsed classes, native libraries. */
function preparedFor(jar: string): string[] {
  const archive = join(dirname(jar), "sandshell.jsa");
  const native = join(dirname(jar), "native");
  const options: string[] = [];
  if (existsSync(`${archive}.size`) && statSync(archive).size === Number(readFileSync(`${archive}.size`, "utf8"))) {
    options.push(`-XX:SharedArchiveFile=${archive}`);
  }
  if (existsSync(native)) {
    options.push(`-Djna.boot.library.path=${native}`, `-Dpty4j.preferred.native.folder=${native}`);
  }
  return options;
}

/** What `body` gives, after `end`; throws what went wrong in either, or both. */
export async function endingWith<T>(body: () => Promise<T>, end: () => Promise<void>): Promise<T> {
  const [outcome] = await Promise.allSettled([body()]);
  const [ending] = await Promise.allSettled([end()]);
  const failures = [outcome, ending].filter((part) => part.status === "rejected").map(({ reason }) => reason);
  if (outcome.status === "rejected" || failures.length > 0) {
    throw failures.length === 1 ? failures[0] : new AggregateError(failures, failures.join("\n"));
  }
  return outcome.value;
}

/** A fresh server with folders of its own, for one test, and what is left of it afterwards. */
export class ServerUnderTest {
  readonly deadline = new Deadline();
  /** An empty folder that is removed after the test. */
  readonly scratch = newFolder("scratch");
  readonly process: ServerProcess;
  readonly #folders: { runtime: string; state: string };
  readonly #mark: string;

  private constructor(process: ServerProcess, folders: { runtime: string; state: string }, mark: string) {
    this.process = process;
    this.#folders = folders;
    this.#mark = mark;
  }

  static async start(channel = ""): Promise<ServerUnderTest> {
    const folders = { runtime: newFolder("runtime"), state: newFolder("state") };
    const mark = randomUUID();
    const server = await ServerProcess.start(serverCommand("serve"), {
      env: {
        ...process.env,
        SANDSHELL_RUNTIME_DIR: folders.runtime,
        SANDSHELL_STATE_DIR: folders.state,
        SANDSHELL_TEST_RUN: mark,
        ...(channel === "" ? {} : { SANDSHELL_CHANNEL: channel }),
      },
    });
    return new ServerUnderTest(server, folders, mark);
  }

  /** Ends it; throws where anything of it is left, or went wrong by its own account. */
  async end(shells: ReadonlySet<number>): Promise<void> {
    const complaints: string[] = [];
    // Of its own, since that of the test may be what has failed.
    const deadline = new Deadline();
    // By itself, if it can: a killed server has no chance to clear its folder away.
    this.process.input.end();
    await deadline
      .limit(this.process.ended, () => new Error("it has not ended with its input"))
      .catch((error: Error) => {
        complaints.push(error.message);
        this.process.kill();
      });
    await this.process.ended;
    if (/SEVERE|Exception in thread/.test(this.process.log)) {
      complaints.push(`the server's stderr:\n${this.process.log.slice(-1000)}`);
    }
    for (const pid of await this.#awaitProcesses(shells, deadline)) {
      complaints.push(`process ${describeProcess(pid)}`);
      endByForce(Number(pid));
    }
    // Whatever removes them has ended by now.
    complaints.push(...filesOf(this.#folders.runtime).map((file) => `file ${file}`));
    for (const folder of [this.scratch, this.#folders.runtime, this.#folders.state]) {
      rmSync(folder, { recursive: true, force: true });
    }
    if (complaints.length > 0) {
      throw new Error(`left behind:\n${complaints.join("\n")}`);
    }
  }

  async #awaitProcesses(shells: ReadonlySet<number>, deadline: Deadline): Promise<string[]> {
    const traces = { runtimeFolder: this.#folders.runtime, mark: this.#mark, shells };
    let left = processesOf(traces);
    while (left.length > 0 && !deadline.isOver) {
      await pause(20);
      left = processesOf(traces);
    }
    return left;
  }
}

function newFolder(what: string): string {
  return realpathSync(mkdtempSync(join(tmpdir(), `sandshell-${what}-`)));
}

/** So that the tests after this one can be judged by themselves. */
function endByForce(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended meanwhile.
  }
}
