import { expect, test } from "vitest";
import { withoutReplies } from "../../src/terminal/replies.ts";

test.each([
  ["its kind", "\x1b[?1;2c"],
  ["its version", "\x1b[>0;276;0c"],
  ["that it is well", "\x1b[0n"],
  ["where the cursor is", "\x1b[24;80R"],
  ["a mode", "\x1b[?2026;2$y"],
  ["a colour", "\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\"],
  ["a setting", "\x1bP1$r0m\x1b\\"],
])("a terminal says %s by itself", (_, reply) => expect(withoutReplies(`a${reply}b`)).toBe("ab"));

test.each(["y\r", "\x03", "\x1b[A", "\x1bOR", "\x1b[15~", "\x1b[200~text\x1b[201~", "\x1b"])("%j is a key", (key) =>
  expect(withoutReplies(key)).toBe(key),
);
