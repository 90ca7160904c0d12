import { join } from "node:path";
import * as vscode from "vscode";
import type { Sessions } from "../../src/sessions/sessions.ts";
import { withOtherSessions } from "../otherSessions.ts";

/** Gives `body` the sessions as another window on the same server has them. */
export function inOtherWindow<T>(body: (sessions: Sessions) => Promise<T>): Promise<T> {
  const home = vscode.extensions.getExtension("sandshell.sandshell")?.extensionPath ?? "";
  return withOtherSessions(async () => ["java", "-jar", join(home, "server/sandshell.jar"), "serve", "--shared"], body);
}
