import { homedir } from "node:os";
import { join, resolve } from "node:path";

/** What a task of tasks.json says, once its variables are resolved. */
export interface TaskDefinition {
  command: string;
  session?: string;
  cwd?: string;
  env?: Record<string, string | null>;
}

/**
 * Reads what somebody has written by hand; throws what is wrong with it, in words for them.
 *
 * @param folder where a relative `cwd` begins
 */
export function readTaskDefinition(written: Record<string, unknown>, folder: string): TaskDefinition {
  const { command, session, cwd, env } = written;
  if (typeof command !== "string" || command.trim() === "") {
    throw new Error('The task has to say its "command", as a text.');
  }
  if (session !== undefined && typeof session !== "string") {
    throw new Error('"session" has to be the id or the name of a session.');
  }
  if (cwd !== undefined && typeof cwd !== "string") {
    throw new Error('"cwd" has to be a folder.');
  }
  return {
    command,
    ...(session ? { session } : {}),
    ...(cwd ? { cwd: resolve(folder, /^~(\/|$)/.test(cwd) ? join(homedir(), cwd.slice(1)) : cwd) } : {}),
    ...(env === undefined ? {} : { env: readEnv(env) }),
  };
}

function readEnv(env: unknown): Record<string, string | null> {
  if (typeof env !== "object" || env === null || Array.isArray(env)) {
    throw new Error('"env" has to be an object of variables.');
  }
  return Object.fromEntries(
    Object.entries(env).map(([name, value]) => {
      if (value !== null && typeof value === "object") {
        throw new Error(`"env": the value of ${name} has to be a text, or null to unset it.`);
      }
      return [name, value === null ? null : String(value)];
    }),
  );
}
