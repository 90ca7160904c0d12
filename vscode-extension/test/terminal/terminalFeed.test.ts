import { beforeEach, expect, it } from "vitest";
import type { SessionEvent } from "../../src/sessions/sessionView.ts";
import { TerminalFeed } from "../../src/terminal/terminalFeed.ts";
import { HeadlessTerminal } from "./screen.ts";

const sessionId = "s";
const prompt = "\x1b]133;A\x07\x1b[?2004h$ \x1b]133;B\x07";

let feed: TerminalFeed;
let terminal: HeadlessTerminal;
let seq: number;

beforeEach(() => {
  feed = new TerminalFeed();
  feed.resize(40);
  terminal = new HeadlessTerminal({ rows: 10, cols: 40 });
  seq = 0;
});

async function happens(...events: SessionEvent[]): Promise<string[]> {
  for (const event of events) {
    await terminal.write(feed.render(event));
  }
  return terminal.text.trimEnd().split("\n");
}

function shell(text: string): SessionEvent {
  return {
    method: "sandbox/exec/output",
    params: { sessionId, execId: null, seq: ++seq, stream: "terminal", offset: 0, text },
  };
}

function started(execId: string, command: string, background = false): SessionEvent {
  const params = { sessionId, execId, command, cwd: "/", startedAtMs: 0, background, seq: ++seq };
  return { method: "sandbox/exec/started", params };
}

function prints(execId: string, text: string, stream: "stdout" | "terminal" = "stdout"): SessionEvent {
  return { method: "sandbox/exec/output", params: { sessionId, execId, seq: ++seq, stream, offset: 0, text } };
}

function exited(execId: string, exitCode: number | null, signal: string | null = null): SessionEvent {
  const rest = { timedOut: false, shellExited: false, stateRestored: false, stdoutBytes: 0, stderrBytes: 0 };
  const params = { sessionId, execId, exitCode, signal, ...rest, startedAtMs: 0, durationMs: 1_240, cwd: "/" };
  return { method: "sandbox/exec/exited", params: { ...params, seq: ++seq } };
}

function closed(execId: string): SessionEvent {
  return { method: "sandbox/exec/closed", params: { sessionId, execId, seq: ++seq } };
}

it("shows a command of a call between two prompts, and what is half typed stays", async () => {
  const screen = await happens(
    shell(`${prompt}half ty`),
    started("e", "echo out; echo more"),
    prints("e", "out\nmore\n"),
    exited("e", 0),
    closed("e"),
  );
  expect(screen).toEqual(["$ echo out; echo more", "out", "more", "✔ exit 0 in 1.2 s", "$ half ty"]);
});

it("goes on where the person was, so that what they type next is in its place", async () => {
  await happens(shell(`${prompt}echo a`), started("e", "true"), exited("e", 0));
  expect(await happens(shell("b"))).toEqual(["$ true", "✔ exit 0 in 1.2 s", "$ echo ab"]);
});

it("shows the prompt once where the shell paints it again while a command runs", async () => {
  const screen = await happens(
    shell(`${prompt}half`),
    started("e", "ls"),
    shell("\r\x1b[K\r$ half"),
    prints("e", "file\n"),
    exited("e", 0),
  );
  expect(screen).toEqual(["$ ls", "file", "✔ exit 0 in 1.2 s", "$ half"]);
});

it("shows the prompt once where a command has had the terminal", async () => {
  const screen = await happens(
    shell(`${prompt}half`),
    started("e", "ls"),
    shell("\r\x1b[K\r"),
    prints("e", "\x1b[34mfile\x1b[0m\r\nend\r\n", "terminal"),
    shell("$ half"),
    exited("e", 0),
  );
  expect(screen).toEqual(["$ ls", "file", "end", "✔ exit 0 in 1.2 s", "$ half"]);
});

it("shows zsh's prompt once, which it leaves where it is", async () => {
  const painted = "\r\x1b[0m\x1b[27m\x1b[24m\x1b[Jvm# \x1b[K\x1b[?2004h";
  const screen = await happens(
    shell(`\x1b]133;A\x07${painted}\x1b]133;B\x07h\bhalf`),
    started("e", "ls"),
    shell("\r\r\n"),
    prints("e", "file\r\n", "terminal"),
    shell("\x1b[0m\x1b[27m\x1b[24m\x1b[Jvm# half\x1b[K"),
    exited("e", 0),
  );
  expect(screen).toEqual(["$ ls", "file", "✔ exit 0 in 1.2 s", "vm# half"]);
});

it("shows the prompt once where a command has had the terminal and printed nothing", async () => {
  const screen = await happens(
    shell(`${prompt}half`),
    started("e", "true"),
    shell("\r\x1b[K\r"),
    shell("$ half"),
    exited("e", 0),
  );
  expect(screen).toEqual(["$ true", "✔ exit 0 in 1.2 s", "$ half"]);
});

it("takes a prompt off the screen that has several lines", async () => {
  const long = "\x1b]133;A\x07folder\r\n> \x1b]133;B\x07";
  expect(await happens(shell(`before\r\n${long}${"x".repeat(50)}`), started("e", "true"), exited("e", 0))).toEqual([
    "before",
    "$ true",
    "✔ exit 0 in 1.2 s",
    "folder",
    `> ${"x".repeat(38)}`,
    "x".repeat(12),
  ]);
});

it("leaves a prompt where it is whose height is not known", async () => {
  const moved = `${prompt}${"x".repeat(50)}\x1b[3D`;
  expect(await happens(shell(moved), started("e", "true"), exited("e", 0))).toEqual([
    `$ ${"x".repeat(38)}`,
    "x".repeat(12),
    "$ true",
    "✔ exit 0 in 1.2 s",
    `$ ${"x".repeat(38)}`,
    "x".repeat(12),
  ]);
});

it("does not clear the screen again that a person has cleared", async () => {
  await happens(started("e", "echo old"), prints("e", "old\n"), exited("e", 0));
  const cleared = shell(`${prompt}a\x1b[H\x1b[2J$ a`);
  expect(await happens(cleared, started("f", "true"), exited("f", 0))).toEqual(["$ true", "✔ exit 0 in 1.2 s", "$ a"]);
});

it("says how a command has failed, and begins a line for that", async () => {
  expect(await happens(shell(prompt), started("e", "false"), prints("e", "no newline"), exited("e", 1))).toEqual([
    "$ false",
    "no newline",
    "✘ exit 1 in 1.2 s",
    "$",
  ]);
});

it("begins no line where there is one already", async () => {
  const after = prints("e", "\x1b[0m\r\x1b[K", "terminal");
  expect(await happens(started("e", "ls"), prints("e", "file\r\n", "terminal"), after, exited("e", 0))).toEqual([
    "$ ls",
    "file",
    "✔ exit 0 in 1.2 s",
  ]);
});

it("shows the lines of a command, and what would do something to the terminal", async () => {
  expect(await happens(started("e", "if true\nthen \x1b[2J echo hi\nfi"), exited("e", null, "SIGKILL"))).toEqual([
    "$ if true",
    "> then ^[[2J echo hi",
    "> fi",
    "✘ killed by SIGKILL in 1.2 s",
  ]);
});

it("has a job of the background print whole lines above the prompt", async () => {
  const screen = await happens(
    shell(`${prompt}ty`),
    started("e", "make", true),
    prints("e", "one\ntw"),
    shell("p"),
    prints("e", "o\n"),
    exited("e", 0),
  );
  expect(screen).toEqual(["$ make &", "one", "two", "✔ make exit 0 in 1.2 s", "$ typ"]);
});

it("keeps no line of the background that has no end", async () => {
  await happens(shell(prompt), started("e", "cat", true));
  const shown = feed.render(prints("e", "x".repeat(5_000)));
  expect(shown).toContain("x".repeat(5_000));
  expect(feed.render(closed("e"))).not.toContain("x");
});

it("shows what a child that was left behind prints later", async () => {
  const screen = await happens(shell(prompt), started("e", "slow &"), exited("e", 0), prints("e", "late"), closed("e"));
  expect(screen).toEqual(["$ slow &", "✔ exit 0 in 1.2 s", "late", "$"]);
});

it("leaves the other screen with the program that was killed there", async () => {
  await happens(shell(prompt), started("e", "vim"), prints("e", "\x1b[?1049h\x1b[Hinside", "terminal"));
  expect(feed.isOnOtherScreen).toBe(true);
  expect(await happens(exited("e", 137))).toEqual(["$ vim", "✘ exit 137 in 1.2 s", "$"]);
  expect(feed.isOnOtherScreen).toBe(false);
});

it("takes back what a program that was killed has made of the terminal, and leaves the prompt its own", async () => {
  const switched = "\x1b[?1049h\x1b[?1000;1006h\x1b[?1h\x1b=\x1b[?25l";
  await happens(shell(prompt), started("e", "vim"), prints("e", switched, "terminal"), exited("e", 137));
  expect(terminal.modes).toEqual(["bracketed-paste"]);
});

it("shows nothing twice of what a person has run", async () => {
  const typed = "typed-1";
  expect(
    await happens(
      shell(`${prompt}ls\r\n\x1b]133;C\x07file\r\n`),
      started(typed, "ls"),
      exited(typed, 0),
      closed(typed),
      shell(`\x1b]133;D;0\x07${prompt}`),
    ),
  ).toEqual(["$ ls", "file", "$"]);
});

it("shows what a program says past its output while a command runs", async () => {
  expect(await happens(shell(prompt), started("e", "sudo x"), shell("Password: "))).toEqual(["$ sudo x", "Password:"]);
});

it("marks a command and its end as terminals know it", () => {
  expect(feed.render(started("e", "a;b\\c\nd\x9c"))).toContain("\x1b]633;E;a\\x3bb\\\\c\\x0ad\\x9c\x07");
  expect(feed.render(exited("e", 3))).toContain("\x1b]133;D;3\x07");
});
