import { expect, it } from "vitest";
import { findJava, parseVersion } from "../../src/server/javaRuntime.ts";

const found =
  (versions: Record<string, number>) =>
  async (java: string): Promise<number | undefined> =>
    versions[java];

it("takes the setting's Java and no other", async () => {
  expect(await findJava({ setting: "/j21", home: "/j17" }, found({ "/j21/bin/java": 21 }))).toBe("/j21/bin/java");
  await expect(findJava({ setting: "/none", home: "/j17" }, found({ "/j17/bin/java": 17 }))).rejects.toThrow(
    `The setting "sandshell.java.home" names a folder in which no bin/java runs`,
  );
  await expect(findJava({ setting: "/j8" }, found({ "/j8/bin/java": 8 }))).rejects.toThrow("names Java 8, and");
});

it("takes the first that is new enough", async () => {
  const versions = { "/j11/bin/java": 11, java: 17 };
  expect(await findJava({ home: "/j11" }, found(versions))).toBe("java");
  expect(await findJava({}, found(versions))).toBe("java");
});

it("says what to do where there is none", async () => {
  await expect(findJava({ home: "/j11" }, found({ "/j11/bin/java": 11 }))).rejects.toThrow(
    "Sandshell needs Java 17 or newer; JAVA_HOME has version 11, the search path has none. Install one",
  );
});

it.each([
  ['openjdk version "17.0.15" 2025-04-15', 17],
  ['java version "1.8.0_401"', 8],
  ['openjdk version "25" 2025-09-16', 25],
  ["command not found", undefined],
])("reads %s", (said, version) => {
  expect(parseVersion(said)).toBe(version);
});
