import { expect, test } from "vitest";
import { folderSession, newSessionFor, sessionNamed } from "../../src/sessions/naming.ts";
import { examples } from "../fixtures.ts";

const session = (sessionId: string, name: string, createdAtMs = 0) => ({ sessionId, name, createdAtMs });

test("an id is meant before a name, and of two names the older", () => {
  const sessions = [session("a", "b", 1), session("b", "c", 2), session("d", "c", 1)];
  expect(sessionNamed(sessions, "b")).toBe(sessions[1]);
  expect(sessionNamed(sessions, "c")).toBe(sessions[2]);
  expect(sessionNamed(sessions, "e")).toBeUndefined();
});

test("a name that can be an id is one", () => {
  expect(newSessionFor("build")).toEqual({ sessionId: "build", name: "build" });
});

test("any other has an id of its own, and always the same", () => {
  const { sessionId, name } = newSessionFor("Unit tests");
  expect(sessionId).toMatch(/^Unit-tests-[0-9a-f]{6}$/);
  expect(name).toBe("Unit tests");
  expect(newSessionFor("Unit tests")).toEqual({ sessionId, name });
  expect(newSessionFor("Unit/tests").sessionId).not.toBe(sessionId);
});

interface Named {
  sessionId: string;
  name: string;
}

const named = examples<{ folders: (Named & { folder: string })[]; names: Named[] }>("sessions/names.json");

test.each(named.folders)("the session of $folder is the same in every editor", ({ folder, ...session }) => {
  expect(folderSession(folder)).toEqual(session);
});

test.each(named.names)("so is that of the name $name", (session) => {
  expect(newSessionFor(session.name)).toEqual(session);
});
