// How users start the program.

import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

export const SERVER = resolve(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "..");

/** The launcher; Java itself where there is none, or where the call says how. The words before `serve`. */
export function program({ jar, "java-options": javaOptions } = {}) {
  const launcher = join(SERVER, "..", "sandshell");
  if (existsSync(launcher) && jar === undefined && javaOptions === undefined) {
    return [launcher];
  }
  const given = jar ?? join(SERVER, "target", "sandshell.jar");
  if (!existsSync(given)) {
    console.error(`${given} is missing; "mvn -Dquick -DskipTests package" makes it`);
    process.exit(2);
  }
  return ["java", ...(javaOptions ?? "-XX:+UseSerialGC").split(" ").filter(Boolean), "-jar", given];
}
