import { expect, it } from "vitest";
import { withoutEscapes } from "../../src/terminal/plainText.ts";

it.each([
  ["colours", "\x1b[1;31mred\x1b[0m", "red"],
  ["titles", "\x1b]0;title\x07a\x1b]2;other\x1b\\b", "ab"],
  ["links", "\x1b]8;;http://a\x1b\\here\x1b]8;;\x1b\\", "here"],
  ["line ends of terminals", "a\r\nb\r\r\nc", "a\nb\nc"],
  ["a line that was written again", " 10%\r 50%\r100%\n", "100%\n"],
  ["what a shorter one leaves of it", "abcdef\rxy", "xycdef"],
  ["backspaces", "abc\b\bX", "aXc"],
  ["charsets and saved cursors", "\x1b(B\x1b7a\x1b8", "a"],
  ["a sequence that is cut off", "a\x1b", "a"],
])("leaves %s out", (_, text, plain) => {
  expect(withoutEscapes(text)).toBe(plain);
});
