import { expect } from "vitest";
import { editorTest } from "./harness/editorTest.ts";
import { inOtherClient } from "./harness/otherClient.ts";

const files = {
  "README.md": [
    "# Site",
    "",
    "Build it, and see what there is:",
    "",
    "```sh",
    "mkdir -p out && date +%Y > out/index.html",
    "```",
    "",
    "```console",
    "$ ls out",
    "index.html",
    "$ ls nowhere",
    "```",
    "",
  ].join("\n"),
  "site.ts": "const size: number = 'large';\n",
  ".vscode/tasks.json": JSON.stringify({
    version: "2.0.0",
    tasks: [
      {
        label: "compile",
        type: "sandshell",
        command: "echo \"site.ts(1,7): error TS2322: Type 'string' is not assignable to type 'number'.\"; exit 2",
        problemMatcher: "$tsc",
      },
      {
        label: "killed",
        type: "sandshell",
        command: String.raw`sh -c 'printf "begun\n\033[?1049h\033[?1000h\033[?25lon the other screen"; kill -9 $$'`,
        problemMatcher: [],
      },
    ],
  }),
};

const test = editorTest({
  files,
  settings: { "sandshell.session.startup": "clean", "sandshell.exec.progress": "statusBar" },
});

test("blocks are run where they are, and show how they went", async ({ workbench }) => {
  await workbench.openFile("README.md");
  const lens = workbench.page.locator(".codelens-decoration a", { hasText: /^▶ Run$/ });
  await expect.poll(() => lens.count()).toBe(2);
  await lens.nth(0).click();
  const good = expect.stringMatching(/^✔ exit 0 in/);
  await expect.poll(() => workbench.annotations()).toEqual([good]);
  await lens.nth(1).click();
  await expect.poll(() => workbench.annotations()).toEqual([good, expect.stringMatching(/^✘ exit 2 in/)]);
  await workbench.screenshot("lenses");
});

test("a failing task is marked in Problems", async ({ workbench }) => {
  await workbench.runAndPick("Tasks: Run Task", "compile");
  await expect.poll(() => workbench.terminalText()).toContain("error TS2322");
  await workbench.run("Problems: Focus on Problems View");
  await expect.poll(() => workbench.problems()).toContainEqual(expect.stringContaining("Type 'string' is not"));
  await workbench.page.locator(".markers-panel .monaco-list-row", { hasText: "2322" }).dblclick();
  await workbench.page.locator(".view-overlays .squiggly-error").first().waitFor();
  await workbench.screenshot("problems");
});

test("a task whose program is killed leaves the terminal as it was", async ({ workbench }) => {
  await workbench.runAndPick("Tasks: Run Task", "killed");
  await expect.poll(() => workbench.terminalText()).toMatch(/\nbegun\n[\s\S]*exit code: 137/);
  expect(await workbench.terminalText()).not.toContain("on the other screen");
  expect(await workbench.page.locator(".terminal-wrapper.active .enable-mouse-events").count()).toBe(0);
  await workbench.screenshot("killed-task");
});

test("the view shows sessions, what runs there, and how commands went", async ({ workbench, server }) => {
  await workbench.execute("mkdir -p out");
  await workbench.execute("ls nowhere");
  await expect.poll(() => workbench.terminalText()).toMatch(/✘ exit 2 in/);
  await workbench.run("Sandshell: Focus on Sessions View");
  await expect.poll(() => workbench.tree()).toContainEqual(expect.stringMatching(/^ls nowhere *exit 2 in/));

  await inOtherClient(server, async (sessions) => {
    const { id } = await sessions.create({ name: "server", cwd: server.workspace });
    await sessions.exec({ command: "sleep 1000", sessionId: id, background: true });
    await workbench.treeRow("server").click();
    await expect.poll(() => workbench.tree()).toContainEqual(expect.stringMatching(/^sleep 1000 *in the background/));
    await workbench.execute("tail -f /dev/null");
    await expect.poll(() => workbench.tree()).toContainEqual(expect.stringMatching(/^tail -f .*running/));
    await workbench.run("Notifications: Clear All Notifications");
    await workbench.treeRow("in the background").hover();
    await workbench.screenshot("tree");

    await workbench.treeRow("in the background").getByRole("button", { name: "Interrupt" }).click();
    await expect.poll(() => workbench.tree()).toContainEqual(expect.stringMatching(/^sleep 1000 *exit 130 in/));
    await workbench.run("Sandshell: Interrupt");
    await expect.poll(() => workbench.tree()).toContainEqual(expect.stringMatching(/^tail -f .*exit 130 in/));
  });
});

test("commands that have been run are offered again", async ({ workbench }) => {
  await workbench.execute("echo once && echo more");
  await expect.poll(() => workbench.terminalText()).toMatch(/\nmore\n✔/);
  await workbench.run("Sandshell: Execute Command…");
  await expect.poll(() => workbench.listed()).toContainEqual(expect.stringContaining("echo once && echo more"));
  await workbench.screenshot("history");
  await workbench.pick("echo once && echo more");
  await expect.poll(() => workbench.terminalText()).toMatch(/(\nmore\n✔[\s\S]*){2}/);
});

test("the terminal's + menu has a profile, which gives a session of its own where there is one", async ({
  workbench,
}) => {
  await workbench.execute("HERE=first");
  await expect.poll(() => workbench.terminalText()).toMatch(/HERE=first\n✔/);
  await workbench.runAndPick("Create New Terminal (With Profile)", "Sandshell");
  await expect.poll(() => workbench.terminalName()).toBe("workspace 2 (Sandshell)");
  await expect.poll(() => workbench.terminalText()).toMatch(/# ?$/);
  await workbench.type('echo "$HERE."\n');
  await expect.poll(() => workbench.terminalText()).toMatch(/\n\.\n/);
  await workbench.screenshot("profile");
});
