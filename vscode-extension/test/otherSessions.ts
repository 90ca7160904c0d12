import { type ServerCommand, ServerSupervisor } from "../src/server/serverSupervisor.ts";
import { Sessions } from "../src/sessions/sessions.ts";

const silent = { info: () => {}, warn: () => {}, server: () => {} };

/** Gives `body` the sessions of a shared server as one more client has them, which is started by this command. */
export async function withOtherSessions<T>(
  command: ServerCommand,
  body: (sessions: Sessions) => Promise<T>,
): Promise<T> {
  const supervisor = new ServerSupervisor(command, silent);
  const sessions = new Sessions(supervisor);
  try {
    await sessions.connect();
    return await body(sessions);
  } finally {
    sessions.dispose();
    supervisor.dispose();
  }
}
