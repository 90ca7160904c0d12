import { createHash } from "node:crypto";
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

/** What a session of a name is made with. The id follows from the name, so that two who make it at once make one. */
export function newSessionFor(name: string): { sessionId: string; name: string } {
  if (identifier.test(name)) {
    return { sessionId: name, name };
  }
  const mark = createHash("sha256").update(name).digest("hex").slice(0, 6);
  return { sessionId: `${name.replace(/[^A-Za-z0-9._-]+/g, "-").slice(0, 40)}-${mark}`, name };
}
