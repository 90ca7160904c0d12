import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { Session } from "../protocol.ts";

const identifier = /^[A-Za-z0-9._-]{1,64}$/;

/** The session that somebody means: the one of this id, or else the oldest of this name. */
export function sessionNamed<S extends Pick<Session, "sessionId" | "name" | "createdAtMs">>(
  sessions: readonly S[],
  wanted: string,
): S | undefined {
  return (
    sessions.find(({ sessionId }) => sessionId === wanted) ??
    sessions.filter(({ name }) => name === wanted).sort((a, b) => a.createdAtMs - b.createdAtMs)[0]
  );
}

/**
 * The session of a folder: named after it, with a mark of its whole path in the id. Editors that are open on one folder share
 * it, so all of them have to make the same of a path (test-fixtures/sessions/names.json).
 */
export function folderSession(path: string): { sessionId: string; name: string } {
  const name = basename(path) || "root";
  return { sessionId: `${name.replace(/[^A-Za-z0-9._-]/g, "-").slice(0, 40)}-${mark(path)}`, name };
}

/** What a session of a name is made with. The id follows from the name, so that two who make it at once make one. */
export function newSessionFor(name: string): { sessionId: string; name: string } {
  if (identifier.test(name)) {
    return { sessionId: name, name };
  }
  return { sessionId: `${name.replace(/[^A-Za-z0-9._-]+/g, "-").slice(0, 40)}-${mark(name)}`, name };
}

function mark(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 6);
}
