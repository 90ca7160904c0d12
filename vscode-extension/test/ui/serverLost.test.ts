import { execFileSync } from "node:child_process";
import { renameSync } from "node:fs";
import { expect } from "vitest";
import type { EditorServer } from "./harness/editorServer.ts";
import { editorTest } from "./harness/editorTest.ts";
import type { Workbench } from "./harness/workbench.ts";

const test = editorTest({ settings: { "sandshell.session.startup": "clean" } });

/** Ends processes of the server's by force: the daemon, or what connects windows to it. */
function kill(server: EditorServer, role: "daemon run" | "serve --shared"): void {
  const processes = server.sandshells.filter((process) => process.includes(role));
  expect(processes).not.toEqual([]);
  for (const found of processes) {
    process.kill(Number(found.split(" ")[0]), "SIGKILL");
  }
}

async function expectIdle(workbench: Workbench): Promise<void> {
  await expect.poll(() => workbench.statusBar()).toContainEqual(expect.stringMatching(/^ *workspace$/));
  await expectNothingRuns(workbench);
}

async function expectNothingRuns(workbench: Workbench): Promise<void> {
  await expect.poll(() => workbench.tree()).toContainEqual(expect.stringMatching(/^workspace *\//));
  await expect.poll(() => workbench.tree()).not.toContainEqual(expect.stringContaining("running"));
}

test("a daemon that is killed is replaced, and nothing seems to run that does not", async ({ workbench, server }) => {
  await workbench.run("Sandshell: Focus on Sessions View");
  await workbench.execute("KEPT=value");
  await expect.poll(() => workbench.terminalText()).toMatch(/KEPT=value\n✔/);
  await workbench.execute(String.raw`printf '\033[?1049h\033[?1000hon the other screen'; sleep 1000`);
  await expect.poll(() => workbench.terminalText()).toContain("on the other screen");
  await expect.poll(() => workbench.notifications()).toContainEqual(expect.stringMatching(/^printf .*: on the other/));
  kill(server, "daemon run");
  await expect.poll(() => workbench.notifications()).toContainEqual(expect.stringContaining("the server was lost"));
  await workbench.screenshot("lost-daemon");
  await expectIdle(workbench);
  await expect.poll(() => workbench.terminalText()).toMatch(/sleep 1000\n+Sandshell: the server is gone.*\n.*# ?$/);
  await workbench.screenshot("lost-daemon-back");
  await workbench.execute('echo "again $KEPT"');
  await expect.poll(() => workbench.terminalText()).toMatch(/\nagain value\n✔/);
  await workbench.type("echo typed $KEPT\n");
  await expect.poll(() => workbench.terminalText()).toMatch(/\ntyped value\n.*# ?$/);
  await expect.poll(() => workbench.tree()).toHaveLength(3);
  await workbench.screenshot("lost-daemon-used");

  // Stopped by its user, it has ended its sessions, and another is there for what comes.
  execFileSync("java", ["-jar", server.jar, "daemon", "stop"], { env: server.env });
  await expect.poll(() => workbench.tree()).toEqual([]);
  await expect.poll(() => workbench.terminalText()).not.toContain("typed value");
  await workbench.execute('echo "begins anew$KEPT"');
  await expect.poll(() => workbench.terminalText()).toMatch(/\nbegins anew\n✔/);
});

test("a command goes on while the window's own connection is killed", async ({ workbench, server }) => {
  await workbench.run("Sandshell: Focus on Sessions View");
  await workbench.execute("echo begun; sleep 1000");
  await expect.poll(() => workbench.terminalText()).toMatch(/\nbegun$/);
  kill(server, "serve --shared");
  await expect.poll(() => workbench.notifications()).toContainEqual(expect.stringContaining("the server was lost"));
  await workbench.screenshot("lost-relay");
  await expect.poll(() => workbench.tree()).toContainEqual(expect.stringMatching(/^echo begun.*running/));
  await workbench.run("Sandshell: Interrupt");
  await expect.poll(() => workbench.terminalText()).toMatch(/✘ exit 130 in/);
  await expectIdle(workbench);
  await workbench.screenshot("lost-relay-back");
});

test("a server that cannot be started again is said to be gone, until it can", async ({ workbench, server }) => {
  await workbench.run("Sandshell: Focus on Sessions View");
  await workbench.execute("echo begun; sleep 1000");
  await expect.poll(() => workbench.terminalText()).toMatch(/\nbegun$/);
  renameSync(server.jar, `${server.jar}.away`);
  try {
    kill(server, "daemon run");
    await expect.poll(() => workbench.statusBar()).toContainEqual(expect.stringMatching(/no server$/));
    await workbench.screenshot("lost-jar");
    await expectNothingRuns(workbench);
  } finally {
    renameSync(`${server.jar}.away`, server.jar);
  }
  await workbench.execute("echo back");
  await expect.poll(() => workbench.terminalText()).toMatch(/\nback\n✔/);
  await expectIdle(workbench);
  await workbench.screenshot("lost-jar-back");
});
