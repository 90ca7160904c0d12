import type { Sessions } from "../../../src/sessions/sessions.ts";
import { serverCommand } from "../../conformance/serverUnderTest.ts";
import { withOtherSessions } from "../../otherSessions.ts";
import type { EditorServer } from "./editorServer.ts";

/** Gives `body` the sessions of an editor's windows, as another client of their server has them. */
export function inOtherClient<T>(server: EditorServer, body: (sessions: Sessions) => Promise<T>): Promise<T> {
  const env = Object.entries(server.env).map(([name, value]) => `${name}=${value}`);
  return withOtherSessions(async () => ["env", "-i", ...env, ...serverCommand("serve", "--shared")], body);
}
