import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import * as vscode from "vscode";
import type { SandshellApi } from "../../src/api.ts";
import { folder, sandshell, writeFile } from "./sandshell.ts";
import { eventually, until } from "./waiting.ts";

const task = (label: string, rest: Record<string, unknown>) => ({
  label,
  type: "sandshell",
  session: "tasks",
  problemMatcher: [],
  ...rest,
});

const tasks = [
  task("place", { command: '[ "$PWD $NAME" = "$WANTED" ]', cwd: "$" + "{workspaceFolder}/sub", env: {} }),
  task("failing", {
    command: "echo 'place.ts(3,5): error TS2304: Cannot find it.'; exit 3",
    problemMatcher: "$tsc",
  }),
  task("endless", { command: "touch begun; sleep 1000" }),
  task("wrong", { command: 7 }),
];

describe("tasks of tasks.json", () => {
  let api: SandshellApi;
  let listed: vscode.Task[];

  before(async () => {
    api = await sandshell();
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(folder(), "sub"));
    const name = "$" + "{workspaceFolderBasename}";
    const [place, ...others] = tasks;
    const env = { NAME: name, WANTED: `${folder().fsPath}/sub ${name}` };
    await writeFile(".vscode/tasks.json", JSON.stringify({ version: "2.0.0", tasks: [{ ...place, env }, ...others] }));
    listed = await eventually("all tasks", async () => {
      const found = await vscode.tasks.fetchTasks({ type: "sandshell" });
      return found.length === tasks.length ? found : undefined;
    });
  });

  /** Its exit code. */
  async function run(label: string, during: (execution: vscode.TaskExecution) => Promise<void> = async () => {}) {
    const found = listed.find(({ name }) => name === label);
    assert.ok(found, `there is no task ${label}`);
    let exitCode: number | undefined;
    let hasEnded = false;
    const listening = [
      vscode.tasks.onDidEndTaskProcess((end) => {
        exitCode = end.execution.task.name === label ? end.exitCode : exitCode;
      }),
      vscode.tasks.onDidEndTask(({ execution }) => {
        hasEnded ||= execution.task.name === label;
      }),
    ];
    try {
      await during(await vscode.tasks.executeTask(found));
      await until("the task's end", () => hasEnded);
      return exitCode;
    } finally {
      for (const each of listening) {
        each.dispose();
      }
    }
  }

  it("have their variables resolved, also in the folder and the environment", async () => {
    assert.equal(await run("place"), 0);
  });

  it("end with their exit code, and what their problem matcher finds is a diagnostic", async () => {
    assert.equal(await run("failing"), 3);
    const uri = vscode.Uri.joinPath(folder(), "place.ts");
    const [found] = await eventually("a diagnostic", () => {
      const all = vscode.languages.getDiagnostics(uri);
      return all.length > 0 ? all : undefined;
    });
    assert.equal(found?.message, "Cannot find it.");
    assert.deepEqual([found.range.start.line, found.range.start.character], [2, 4]);
  });

  it("end when they are terminated, and leave the session free", async () => {
    const begun = vscode.Uri.joinPath(folder(), "begun");
    await run("endless", async (execution) => {
      await until("its beginning", () =>
        vscode.workspace.fs.stat(begun).then(
          () => true,
          () => false,
        ),
      );
      execution.terminate();
    });
    assert.equal((await api.exec("echo free", { session: "tasks" })).stdout, "free\n");
  });

  it("say what is wrong with them", async () => {
    assert.equal(await run("wrong"), 1);
  });
});
