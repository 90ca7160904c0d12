import { expect } from "vitest";
import { editorTest } from "./harness/editorTest.ts";

const test = editorTest({
  settings: { "sandshell.session.startup": "clean", "terminal.integrated.hideOnStartup": "whenEmpty" },
});

test("a command runs in the session's terminal, with its colours", async ({ workbench }) => {
  await workbench.execute(String.raw`printf '\033[1;32mgreen\033[0m and plain\n'; export WHO=you`);
  await expect.poll(() => workbench.terminalText()).toMatch(/green and plain\n✔ exit 0 in/);
  await workbench.execute('echo "hi $WHO"');
  await expect.poll(() => workbench.terminalText()).toMatch(/\nhi you\n✔ exit 0 in/);
  await workbench.screenshot("exec");
});

test("a command that takes its time can be cancelled", async ({ workbench }) => {
  await workbench.execute("echo begun; sleep 1000");
  await expect.poll(() => workbench.notifications()).toContainEqual(expect.stringContaining("sleep 1000: begun"));
  await workbench.screenshot("cancel");
  await workbench.press("Cancel");
  await expect.poll(() => workbench.terminalText()).toMatch(/✘ exit 130 in/);
});

test("a command that fails offers its output", async ({ workbench }) => {
  await workbench.execute(String.raw`printf '\033[31mwrong\033[0m\n'; (exit 3)`);
  await expect.poll(() => workbench.notifications()).toContainEqual(expect.stringContaining("exit 3"));
  await workbench.press("Show Output");
  await expect.poll(() => workbench.editorText()).toMatch(/^wrong$/m);
  await workbench.screenshot("failed");
});

test("a person types beside the calls", async ({ workbench }) => {
  await workbench.run("Sandshell: Open Session Terminal");
  await expect.poll(() => workbench.terminalText()).toMatch(/# ?$/);
  await workbench.type("echo typed\necho half");
  await expect.poll(() => workbench.terminalText()).toMatch(/\ntyped\n.*echo half$/);
  await workbench.execute("echo called");
  await expect.poll(() => workbench.terminalText()).toMatch(/called\n✔ exit 0 in .*\n.*echo half$/);
  await workbench.type(" and whole\n");
  await expect.poll(() => workbench.terminalText()).toMatch(/\nhalf and whole\n/);
  await workbench.screenshot("typing");
});

test("a program has the whole screen", async ({ workbench }) => {
  await workbench.run("Sandshell: Open Session Terminal");
  await expect.poll(() => workbench.terminalText()).toMatch(/# ?$/);
  await workbench.type("seq 500 | less\n");
  await expect.poll(() => workbench.terminalText()).toMatch(/^1\n2\n/);
  await workbench.type("G");
  await expect.poll(() => workbench.terminalText()).toMatch(/\n500\n/);
  await workbench.screenshot("less");
  await workbench.type("q");
  await expect.poll(() => workbench.terminalText()).toMatch(/# ?$/);
});

test("a password is asked for in a box that hides it", async ({ workbench }) => {
  await workbench.execute("read -rsp 'Password: ' word; echo; expr length \"$word\"");
  await expect.poll(() => workbench.question()).toMatchObject({ isMasked: true });
  await workbench.screenshot("password");
  await workbench.answer("secret");
  await expect.poll(() => workbench.terminalText()).toMatch(/\n6\n✔/);
  expect(await workbench.terminalText()).not.toContain("secret");
});

test("after a reload the terminal is there with what it showed", async ({ workbench }) => {
  await workbench.execute("KEPT=value; echo before the reload");
  await expect.poll(() => workbench.terminalText()).toMatch(/before the reload\n✔/);
  // It asks the terminal where the cursor is; the answer belongs to it, and to nobody when it is all shown again.
  await workbench.type("printf 'where? \\033[6n'; read -rsdR where; echo asked\n");
  await expect.poll(() => workbench.terminalText()).toMatch(/where\? asked\n.*[#$]$/);
  await workbench.reload();
  await expect.poll(() => workbench.terminalText()).toMatch(/before the reload\n✔/);
  // Where there is one alone, there is no list of their names.
  expect(await workbench.terminalNames()).toEqual([]);
  await workbench.execute("echo $KEPT");
  await expect.poll(() => workbench.terminalText()).toMatch(/\nvalue\n✔.*\n.*[#$]$/);
  await workbench.type("echo typed\n");
  await expect.poll(() => workbench.terminalText()).toMatch(/[#$] echo typed\ntyped\n/);
  await workbench.screenshot("reload");
});
