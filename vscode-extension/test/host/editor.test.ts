import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import * as vscode from "vscode";
import type { SandshellApi } from "../../src/api.ts";
import { executedDuring, sandshell } from "./sandshell.ts";

const script = `#!/bin/bash
NAME=everybody
# %% greet
echo "hello $NAME"
# %% leave
echo "bye $NAME"
true
`;

describe("commands in an editor", () => {
  let api: SandshellApi;
  let editor: vscode.TextEditor;

  before(async () => {
    api = await sandshell();
    const document = await vscode.workspace.openTextDocument({ language: "shellscript", content: script });
    editor = await vscode.window.showTextDocument(document);
  });

  /** What the command runs, with that selected. */
  async function run(command: string, ...selections: [line: number, from: number, to: number][]): Promise<string[]> {
    editor.selections = selections.map(([line, from, to]) => new vscode.Selection(line, from, line, to));
    const executed = await executedDuring(api, () => vscode.commands.executeCommand(command));
    return executed.map(({ command }) => command);
  }

  it("run the selection", async () => {
    assert.deepEqual(await run("sandshell.execSelection", [3, 0, 4]), ["echo"]);
  });

  it("run several selections together", async () => {
    assert.deepEqual(await run("sandshell.execSelection", [1, 0, 14], [6, 0, 4]), ["NAME=everybody\ntrue"]);
  });

  it("run the line where nothing is selected", async () => {
    assert.deepEqual(await run("sandshell.execSelection", [1, 3, 3]), ["NAME=everybody"]);
  });

  it("run the line", async () => {
    assert.deepEqual(await run("sandshell.execLine", [3, 2, 2]), ['echo "hello $NAME"']);
  });

  it("run the file", async () => {
    assert.deepEqual(await run("sandshell.execFile", [3, 0, 0]), [script]);
  });

  it("run the cell", async () => {
    assert.deepEqual(await run("sandshell.execCell", [3, 0, 0]), ['echo "hello $NAME"']);
    assert.deepEqual(await run("sandshell.execCell", [4, 0, 0]), ['echo "bye $NAME"\ntrue\n']);
  });

  it("run what ran last again", async () => {
    await run("sandshell.execLine", [1, 0, 0]);
    assert.deepEqual(await run("sandshell.rerun", [3, 0, 0]), ["NAME=everybody"]);
  });

  it("run nothing where there is nothing", async () => {
    const [only, ...more] = await executedDuring(
      api,
      async () => {
        editor.selection = new vscode.Selection(7, 0, 7, 0);
        await vscode.commands.executeCommand("sandshell.execLine");
        await api.exec(": after");
      },
      ({ command }) => command === ": after",
    );
    assert.equal(only?.command, ": after");
    assert.deepEqual(more, []);
  });
});
