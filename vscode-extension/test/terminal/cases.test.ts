import { describe, expect, test } from "vitest";
import { play, readCases, rewriteCases } from "./cases.ts";

if (process.env.UPDATE_GOLDEN === "1") {
  if (process.env.CI === "true") {
    throw new Error("UPDATE_GOLDEN=1 expects whatever comes: never with CI=true");
  }
  await rewriteCases(play);
}

describe("what single functions of a terminal do", () => {
  const cases = readCases();

  test.for(cases.filter(({ differs }) => differs === undefined))("$name", async (one) => {
    expect(await play(one)).toBe(one.expected);
  });

  // As soon as xterm.js does as everybody else, this says so.
  test.for(cases.filter(({ differs }) => differs !== undefined))("$name: $differs", async (one) => {
    expect(await play(one)).not.toBe(one.expected);
  });
});
