import { expect } from "vitest";
import { editorTest } from "./harness/editorTest.ts";
import type { Workbench } from "./harness/workbench.ts";

const test = editorTest({
  files: { "two.sh": 'echo "1 $WHO"\necho 2 | cat\necho 3\n' },
  settings: { "sandshell.session.startup": "clean", "sandshell.exec.progress": "statusBar" },
});

/** Runs it to its end, in an empty terminal. */
async function execute(workbench: Workbench, command: string, shows: RegExp): Promise<void> {
  await workbench.execute(command);
  await expect.poll(() => workbench.terminalText()).toMatch(shows);
}

/** Begins something that goes on. */
async function begin(workbench: Workbench, command: string): Promise<void> {
  await workbench.execute(command);
  await expect.poll(() => workbench.statusBar()).toContainEqual(expect.stringContaining(`: ${command}`));
}

test("a variable is asked for by name and value, and the next command has it", async ({ workbench }) => {
  await execute(workbench, "export LINES2=$'a\\nb'", /LINES2.*\n✔/);
  await workbench.ask("Sandshell: Set Environment Variable…", "Set Environment Variable in workspace (1/2)");
  expect(await workbench.question()).toMatchObject({
    title: "Set Environment Variable in workspace (1/2)",
    prompt: expect.stringMatching(/^Its name /),
  });
  await workbench.keys("1X");
  await expect.poll(() => workbench.complaint()).toBe("Letters, digits and _ only, and no digit at the beginning.");
  await workbench.keys("Enter", "Escape");
  await expect.poll(() => workbench.isAsking()).toBe(false);

  await workbench.ask("Sandshell: Set Environment Variable…", "Set Environment Variable in workspace (1/2)");
  await workbench.answer(" WHO ");
  await expect.poll(() => workbench.complaint()).toMatch(/^The value of WHO; leave it empty to unset it /);
  await workbench.screenshot("set-variable");
  await workbench.answer(`it's "$HOME" é \\`);
  await expect.poll(() => workbench.statusBar()).toContain(" WHO is set in workspace");
  await execute(workbench, 'echo "[$WHO]"', /\n\[it's "\$HOME" é \\\]\n✔/);

  await workbench.ask("Sandshell: Set Environment Variable…", "Set Environment Variable in workspace (1/2)");
  await workbench.answer("WHO");
  await expect.poll(() => workbench.complaint()).toMatch(/^The value of WHO/);
  await workbench.answer("");
  await expect.poll(() => workbench.statusBar()).toContain(" WHO is unset in workspace");

  // Looking at it changes nothing, though a box has one line.
  await workbench.ask("Sandshell: Set Environment Variable…", "Set Environment Variable in workspace (1/2)");
  await workbench.answer("LINES2");
  await expect.poll(() => workbench.complaint()).toMatch(/^The value of LINES2/);
  await workbench.keys("Enter");
  await execute(workbench, 'printenv WHO || echo none; echo "$LINES2"', /\nnone\na\nb\n✔/);
  expect(await workbench.notifications()).toEqual([]);
});

test("a variable is asked for while a command runs, and set after it", async ({ workbench }) => {
  await begin(workbench, "sleep 1000");
  await workbench.ask("Sandshell: Set Environment Variable…", "Set Environment Variable in workspace (1/2)");
  await workbench.answer("LATE");
  await expect.poll(() => workbench.complaint()).toMatch(/^The value of LATE after sleep 1000; leave it empty/);
  await workbench.answer("yes");
  await expect.poll(() => workbench.statusBar()).toContain(" LATE is set in workspace after sleep 1000");
  await workbench.run("Sandshell: Interrupt");
  await expect.poll(() => workbench.statusBar()).toContain(" LATE is set in workspace");
  await execute(workbench, "echo [$LATE]", /\n\[yes\]\n✔/);
});

test("a new session has a name that no other has, also an odd one, and its end leads back", async ({ workbench }) => {
  await execute(workbench, "echo own", /\nown\n✔/);
  await workbench.ask("Sandshell: New Session…", "New Session");
  expect(await workbench.question()).toMatchObject({
    title: "New Session",
    prompt: expect.stringMatching(/^Its name/),
  });
  await workbench.keys("workspace");
  await expect.poll(() => workbench.complaint()).toBe("There is a session workspace already.");
  await workbench.keys("x".repeat(200));
  await expect.poll(() => workbench.complaint()).toBe("At most 200 characters.");
  await workbench.keys("Enter", "Escape");

  await workbench.ask("Sandshell: New Session…", "New Session");
  await workbench.answer('a/b "q" $(sync) é <b>');
  await expect.poll(() => workbench.statusBar()).toContain(' a/b "q" $(sync) é <b> workspace');
  await workbench.ask("Sandshell: Switch Session…", "Switch Session");
  await expect
    .poll(() => workbench.listed())
    .toContainEqual(expect.stringContaining('a/b "q" $(sync) é <b>the one of'));
  await workbench.screenshot("switch-session");
  await workbench.keys("Escape");

  await workbench.ask("Sandshell: Execute Command in Background…", "Execute Command in Background in");
  expect(await workbench.question()).toMatchObject({
    title: 'Execute Command in Background in a/b "q" $(sync) é <b>',
  });
  await workbench.answer("sleep 2000");
  await expect.poll(() => workbench.statusBar()).toContain(" sleep 2000: runs in the background");
  await begin(workbench, "sleep 1000");

  const question = {
    text: expect.stringMatching(
      /^Delete session a\/b "q" \$\(sync\) é <b>\?\s+Its shell ends, and all that runs there\.\nsleep 1000\nsleep 2000$/,
    ),
    buttons: ["Cancel", "Delete"],
  };
  await workbench.run("Sandshell: Delete Session");
  expect(await workbench.dialog()).toEqual(question);
  await workbench.screenshot("delete-session");
  await workbench.decide();
  await workbench.run("Sandshell: Delete Session");
  expect(await workbench.dialog()).toEqual(question);
  await workbench.decide("Cancel");
  await workbench.run("Sandshell: Delete Session");
  expect(await workbench.dialog()).toEqual(question);
  await workbench.decide("Delete");
  await expect.poll(() => workbench.statusBar()).toContain(" sleep 1000: its session was ended");
  await execute(workbench, "echo back", /\nown\n✔[\s\S]*\nback\n✔/);
  expect(await workbench.statusBar()).toContain(" workspace");
  expect(await workbench.notifications()).toEqual([]);
});

test("a session is reset with its state or without", async ({ workbench }) => {
  await execute(workbench, "KEPT=yes; cd /", /\n✔/);
  await workbench.ask("Sandshell: Reset Session", "Reset Session workspace");
  await expect
    .poll(() => workbench.listed())
    .toEqual([expect.stringMatching(/^Keep State/), expect.stringMatching(/^From Scratch/)]);
  expect(await workbench.question()).toMatchObject({
    title: "Reset Session workspace",
    placeholder: "What runs there ends",
  });
  await workbench.keys("Escape");
  await workbench.runAndPick("Sandshell: Reset Session", "Keep State");
  await execute(workbench, 'echo "$KEPT in $PWD"', /\nyes in \/\n✔/);
  await begin(workbench, "sleep 1000");
  await workbench.ask("Sandshell: Reset Session", "Reset Session workspace");
  expect(await workbench.question()).toMatchObject({ placeholder: "sleep 1000 ends" });
  await workbench.pick("From Scratch");
  await expect
    .poll(() => workbench.notifications())
    .toEqual([expect.stringMatching(/^sleep 1000: (exit 137|killed by SIGKILL) in/)]);
  await execute(workbench, "[ -v KEPT ] || echo lost", /\nlost\n✔/);
});

test("restarting the server asks before it ends what runs", async ({ workbench }) => {
  const question = {
    text: expect.stringMatching(/^Restarting the server ends the commands that run now\.\s+workspace: sleep 1000$/),
    buttons: ["Cancel", "Restart Anyway"],
  };
  await begin(workbench, "sleep 1000");
  await workbench.run("Sandshell: Restart Server");
  expect(await workbench.dialog()).toEqual(question);
  await workbench.screenshot("restart-server");
  await workbench.decide("Cancel");
  // It is still this window's command, which hears of its end.
  await workbench.run("Sandshell: Kill");
  await expect.poll(() => workbench.notifications()).toEqual([expect.stringMatching(/^sleep 1000: exit 137 in/)]);
  await workbench.run("Notifications: Clear All Notifications");

  await begin(workbench, "sleep 1000");
  await workbench.run("Sandshell: Restart Server");
  expect(await workbench.dialog()).toEqual(question);
  await workbench.decide("Restart Anyway");
  await expect
    .poll(() => workbench.notifications())
    .toEqual(["sleep 1000: the server was lost while it ran, and with it how it ended."]);
  await execute(workbench, "echo again", /\nagain\n✔/);
});

test("what is typed is run, however fast, and what has been run is found by its words", async ({ workbench }) => {
  await execute(workbench, "RUNS=$((RUNS + 1)); echo $(true) three $RUNS", /\nthree 1\n✔/);
  await execute(workbench, "echo", /\$ echo\n\n✔/);
  await workbench.ask("Sandshell: Execute Command…", "Execute Command in workspace");
  await workbench.keys("three");
  await expect
    .poll(() => workbench.listed())
    .toEqual([" three", expect.stringMatching(/^RUNS=\$\(\(RUNS \+ 1\)\); echo \$\(true\) three/)]);
  await workbench.screenshot("typed");
  await workbench.keys("ArrowDown", "Enter");
  await expect.poll(() => workbench.terminalText()).toMatch(/\nthree 2\n✔/);

  await workbench.ask("Sandshell: Search History…", "Search History");
  await workbench.keys("three echo");
  await expect.poll(() => workbench.listed()).toEqual([expect.stringMatching(/^RUNS/)]);
  await workbench.keys("Enter");
  await expect.poll(() => workbench.terminalText()).toMatch(/\nthree 3\n✔/);
  await workbench.run("Sandshell: Re-run Last Command");
  await expect.poll(() => workbench.terminalText()).toMatch(/\nthree 4\n✔/);

  await workbench.ask("Sandshell: Search History…", "Search History");
  await workbench.keys("nothing of the kind");
  await expect.poll(() => workbench.listed()).toEqual([]);
  // There is nothing that it could mean.
  await workbench.keys("Enter");
  expect(await workbench.isAsking()).toBe(true);
  await workbench.keys("Escape");
  expect(await workbench.notifications()).toEqual([]);
});

test("the lines that are selected run together", async ({ workbench }) => {
  await workbench.openFile("two.sh");
  await workbench.page.keyboard.press("Control+Home");
  await workbench.keys("ArrowDown");
  await workbench.page.keyboard.press("Shift+ArrowDown");
  await workbench.page.keyboard.press("Shift+ArrowDown");
  await workbench.run("Sandshell: Execute Selection in Session");
  await expect.poll(() => workbench.terminalText()).toMatch(/echo 2 \| cat\n.*echo 3\n2\n3\n✔/);
});

test("the doctor's report opens", async ({ workbench }) => {
  await workbench.run("Sandshell: Run Doctor");
  await expect.poll(() => workbench.editorText()).toMatch(/^ok java: /);
  expect(await workbench.page.locator(".tab.active.dirty").count()).toBe(0);
  await workbench.screenshot("doctor");
});
