import { ServerSupervisor } from "../../../src/server/serverSupervisor.ts";
import { Sessions } from "../../../src/sessions/sessions.ts";
import { serverCommand } from "../../conformance/serverUnderTest.ts";
import type { EditorServer } from "./editorServer.ts";

const silent = { info: () => {}, warn: () => {}, server: () => {} };

/** Gives `body` the sessions of an editor's windows, as another client of their server has them. */
export async function inOtherClient<T>(server: EditorServer, body: (sessions: Sessions) => Promise<T>): Promise<T> {
  const env = Object.entries(server.env).map(([name, value]) => `${name}=${value}`);
  const supervisor = new ServerSupervisor(
    async () => ["env", "-i", ...env, ...serverCommand("serve", "--shared")],
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
