import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What the server needs. */
export const leastJava = 17;

/** Where Java may be, in the order in which it is looked for. */
export interface JavaPlaces {
  /** A Java's folder that the user has named; where it is no good, nothing else is tried. */
  setting?: string | undefined;
  /** `JAVA_HOME`. */
  home?: string | undefined;
}

/** There is no Java that would do; the message says what to do. */
export class JavaNotFoundError extends Error {}

/**
 * The path of a Java that can run the server: the one of the user's setting, of `JAVA_HOME`, or on the search path.
 *
 * @throws JavaNotFoundError where there is none of at least version 17
 */
export async function findJava(places: JavaPlaces, versionOf = javaVersion): Promise<string> {
  if (places.setting) {
    const java = join(places.setting, "bin", "java");
    return explain(java, await versionOf(java), 'The setting "sandshell.java.home" names');
  }
  const tried: string[] = [];
  for (const [java, name] of [
    ...(places.home ? [[join(places.home, "bin", "java"), "JAVA_HOME"] as const] : []),
    ["java", "the search path"] as const,
  ]) {
    const version = await versionOf(java);
    if (version !== undefined && version >= leastJava) {
      return java;
    }
    tried.push(`${name} has ${version === undefined ? "none" : `version ${version}`}`);
  }
  throw new JavaNotFoundError(
    `Sandshell needs Java ${leastJava} or newer; ${tried.join(", ")}. ` +
      `Install one (such as the package openjdk-${leastJava}-jre-headless), or say where it is in "sandshell.java.home".`,
  );
}

function explain(java: string, version: number | undefined, where: string): string {
  if (version === undefined) {
    throw new JavaNotFoundError(
      `${where} a folder in which no bin/java runs. Correct it, or empty it to look elsewhere.`,
    );
  }
  if (version < leastJava) {
    throw new JavaNotFoundError(`${where} Java ${version}, and Sandshell needs ${leastJava} or newer.`);
  }
  return java;
}

/** The major version of a Java, or undefined where it does not run. */
export async function javaVersion(java: string): Promise<number | undefined> {
  try {
    const { stderr, stdout } = await run(java, ["-version"], { timeout: 20_000 });
    return parseVersion(`${stderr}${stdout}`);
  } catch {
    return undefined;
  }
}

/** Java 8 calls itself 1.8. */
export function parseVersion(said: string): number | undefined {
  const found = /version "(?:1\.)?(\d+)/.exec(said);
  return found ? Number(found[1]) : undefined;
}
