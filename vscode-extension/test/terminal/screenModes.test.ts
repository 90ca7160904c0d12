import { expect, it } from "vitest";
import { ScreenModes } from "../../src/terminal/screenModes.ts";

/** What takes back what these pieces do; `^[` is Escape. */
function undoAfter(...pieces: string[]): string {
  const modes = new ScreenModes();
  for (const piece of pieces) {
    modes.shown(piece.replaceAll("^[", "\x1b"));
  }
  return modes.undo.replaceAll("\x1b", "^[");
}

it("takes back what an editor has switched on, as vim does where the terminal is an xterm", () => {
  const shown = "^[[?1049h^[[22;0;0t^[[>4;2m^[[?1h^[=^[[?2004h^[[1;24r^[[?25l text";
  expect(undoAfter(shown)).toBe("^[[?1049l^[[>4m^[[?1l^[>^[[?2004l^[7^[[r^[8^[[?25h");
});

it.each([
  ["^[=", "^[>"],
  ["^[[4h", "^[[4l"],
  ["^[[?1000;1006h", "^[[?1000l^[[?1006l"],
  ["^[[3;8r", "^[7^[[r^[8"],
  ["^[[5 q", "^[[0 q"],
  ["^[(0", "^[(B"],
  ["^[)0\x0elqqk", "^[)B\x0f"],
  ["^[[>1u", "^[[<1u"],
  ["^[[>1u^[[>5u^[[<u", "^[[<1u"],
  ["^[[>1u^[[?1049h^[[>1u", "^[[?1049l^[[<1u"],
  ["^[^[[?7l^[[?12^[[?6h", "^[[?7h^[[?6l"],
])("takes back %s by %s", (shown, undo) => {
  expect(undoAfter(shown)).toBe(undo);
});

it.each([
  "plain é text",
  "^[[1;31mred^[[0m",
  "^[[25l",
  "^[[?",
  "^[[?h",
  "^[[?1000",
  "^[[?1000$p",
  "^[[?99999999999h",
  "^[]0;title\x07",
  "^[[?7h^[[?8h^[[?1034h",
  "^[[?1049;2004h^[[?25l … ^[[?2004l^[[?25h^[[?1049l",
  "^[=^[[4h^[[2;3r^[[2 q^[[>4;1m^[(0\x0e^[[>1u^[>^[[4l^[[r^[[ q^[[>4;m^[(B\x0f^[[<u",
  "^[[?1049h^[=^[[>1u^[c",
  "^[[1;1;3;4$r",
  "^[[<u",
])("has nothing to take back after %s", (shown) => {
  expect(undoAfter(shown)).toBe("");
});

it("follows a sequence that comes in pieces", () => {
  expect(undoAfter("\x1b", "[?10", "00", "h", "\x1b(", "0")).toBe("^[[?1000l^[(B");
});

it("knows whether a program has the whole of it", () => {
  const modes = new ScreenModes();
  modes.shown("\x1b[?1049h");
  expect(modes.isOnOtherScreen).toBe(true);
  modes.shown("\x1b[?1049l");
  expect(modes.isOnOtherScreen).toBe(false);
});
