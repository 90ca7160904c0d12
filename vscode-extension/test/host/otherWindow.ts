import { join } from "node:path";
import * as vscode from "vscode";
import { ServerSupervisor } from "../../src/server/serverSupervisor.ts";
import { Sessions } from "../../src/sessions/sessions.ts";

const silent = { info: () => {}, warn: () => {}, server: () => {} };

/** Gives `body` the sessions as another window on the same server has them. */
export async function inOtherWindow<T>(body: (sessions: Sessions) => Promise<T>): Promise<T> {
  const home = vscode.extensions.getExtension("sandshell.sandshell")?.extensionPath ?? "";
  const supervisor = new ServerSupervisor(
    async () => ["java", "-jar", join(home, "server/sandshell.jar"), "serve", "--shared"],
    silent,
  );
  const sessions = new Sessions(supervisor);
  try {
    await sessions.connect();
    return await body(sessions);
  } finally {
    sessions.dispose();
    supervisor.dispose();
  }
}
