import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { PacedScreen } from "../../src/terminal/pacedScreen.ts";

const question = "\x1b[5n";
const answer = "\x1b[0n";
const much = "x".repeat(48 * 1024);

let written: string[];
let taken: number;
let screen: PacedScreen;

beforeEach(() => {
  vi.useFakeTimers();
  written = [];
  taken = 0;
  screen = new PacedScreen(
    (text) => written.push(text),
    (bytes) => {
      taken += bytes;
    },
  );
});

afterEach(() => {
  screen.dispose();
  vi.useRealTimers();
});

it("takes what is little at once", () => {
  screen.show("hi", 2);
  expect([written, taken]).toEqual([["hi"], 2]);
});

/** More than it writes before it hears something. */
function fill(bytes: number): void {
  for (let i = 0; i < 2; i++) {
    screen.show(much, bytes);
  }
}

it("waits for the terminal where there is much", () => {
  fill(much.length);
  screen.show("next", 4);
  expect([written.length, written.at(-1), taken]).toEqual([4, question, 2 * much.length]);
  expect(screen.heard(answer)).toBe("");
  expect([written.at(-1), taken]).toEqual(["next", 2 * much.length + 4]);
});

it("has no more under way where it comes in large pieces", () => {
  screen.show(much.repeat(2), 1);
  screen.show("next", 2);
  expect(taken).toBe(1);
  screen.heard(answer);
  expect(taken).toBe(3);
});

it("asks nothing in the midst of an escape sequence", () => {
  screen.show(`${much}\x1b[3`, 1);
  screen.show("8;5;1", 1);
  expect(written).not.toContain(question);
  screen.show("m", 1);
  expect(written.at(-1)).toBe(question);
});

it("leaves to the person what they type", () => {
  screen.show(much, 1);
  expect(screen.heard(`a${answer}b`)).toBe("ab");
  expect(screen.heard(answer)).toBe(answer);
});

it("leaves to a program the answer to its own question", () => {
  screen.show(question, 4);
  screen.show(much, 1);
  expect(screen.heard(answer)).toBe(answer);
  expect(screen.heard(answer)).toBe("");
});

it("goes on where the terminal does not answer, and takes no late answer for a key", () => {
  fill(7);
  screen.show("next", 4);
  vi.runAllTimers();
  expect([written.at(-1), taken]).toEqual(["next", 18]);
  expect(screen.heard(answer.repeat(2))).toBe("");
});

it("counts everything as taken in the end", () => {
  fill(7);
  screen.show("next", 4);
  screen.dispose();
  expect(taken).toBe(18);
});

it("keeps to itself what the terminal answers to what is shown again", () => {
  const position = "\x1b[1;1R";
  screen.show("\x1b[6n", 4, true);
  expect(written).toEqual(["\x1b[6n", question]);
  screen.show("new \x1b[6n", 8);
  expect(screen.heard(position)).toBe("");
  expect(screen.heard("typed")).toBe("typed");
  expect(screen.heard(answer)).toBe("");
  expect(screen.heard(position)).toBe(position);
});

it("keeps to itself also the answer that is like its own", () => {
  screen.show(`${question}old`, 7, true);
  expect(screen.heard(answer)).toBe("");
  screen.show(question, 4);
  expect(screen.heard(answer)).toBe("");
  expect(screen.heard(answer)).toBe(answer);
});

it("asks after what is shown again only once a sequence in it has ended", () => {
  screen.show("\x1b[3", 3, true);
  screen.show("8;5;1m", 6);
  expect(written).toEqual(["\x1b[3", "8;5;1m", question]);
});
