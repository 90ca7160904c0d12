import { describe, expect, test } from "vitest";
import type { Json } from "./json.ts";
import { fill, mismatch } from "./jsonPattern.ts";

describe("a pattern", () => {
  test.for<[Json, Json, string | null]>([
    [{ a: 1 }, { a: 1, b: 2 }, null],
    [{ a: 1, b: 2 }, { a: 1 }, ".b is missing"],
    [{ a: null }, {}, ".a is missing"],
    [{ a: "$absent" }, {}, null],
    [{ a: "$absent" }, { a: null }, ".a: expected nothing, got null"],
    [{ a: "$_" }, { a: null }, null],
    [{ a: "$_" }, {}, ".a is missing"],
    [[1, "$_"], [1, 2], null],
    [[1], [1, 2], "the message: expected 1 elements, got [1,2]"],
    [[], {}, "the message: expected 0 elements, got {}"],
    [{}, [], "the message: expected an object, got []"],
    ["1", 1, 'the message: expected "1", got 1'],
    ["~^a.b$~", "a\nb", null],
    ["~^a$~", "a\n", 'the message: expected ~^a$~, got "a\\n"'],
    ["~^(143|null)$~", null, null],
    ["~", "~", null],
    ["{{known}}!", "here!", null],
    ["~^{{known}}$~", "here", null],
    [{ a: "$x", b: "$x" }, { a: [1, { c: 2 }], b: [1, { c: 2 }] }, null],
    [{ a: "$x", b: "$x" }, { a: 1, b: 2 }, ".b: expected 1, got 2"],
    ["$1", "$1", null],
  ])("%j and %j", ([pattern, actual, difference]) => {
    expect(mismatch(pattern, actual, new Map([["known", "here"]]))).toBe(difference);
  });

  test("captures nothing where it does not match", () => {
    const bindings = new Map<string, Json>();
    expect(mismatch({ a: "$x", b: 1 }, { a: 5, b: 2 }, bindings)).not.toBeNull();
    expect(bindings.size).toBe(0);
    expect(mismatch({ a: "$x", b: 1 }, { a: 5, b: 1 }, bindings)).toBeNull();
    expect(bindings).toEqual(new Map([["x", 5]]));
  });
});

test("messages are filled with what is bound", () => {
  const bindings = new Map<string, Json>([
    ["id", 7],
    ["tmp", "/tmp/x"],
  ]);
  expect(fill({ id: "$id", command: "$HOME", cwd: "{{tmp}}/{{id}}" }, bindings)).toEqual({
    id: 7,
    command: "$HOME",
    cwd: "/tmp/x/7",
  });
  expect(() => fill("{{nobody}}", bindings)).toThrow("{{nobody}} is not bound");
});
