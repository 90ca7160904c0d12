import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import * as vscode from "vscode";
import type { SandshellApi } from "../../src/api.ts";
import { executedDuring, sandshell } from "./sandshell.ts";
import { until } from "./waiting.ts";

describe("lenses", () => {
  let api: SandshellApi;

  before(async () => {
    api = await sandshell();
  });

  async function open(language: string, content: string): Promise<vscode.Uri> {
    const document = await vscode.workspace.openTextDocument({ language, content });
    await vscode.window.showTextDocument(document);
    return document.uri;
  }

  async function lenses(uri: vscode.Uri): Promise<{ line: number; command: vscode.Command }[]> {
    const all = await vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", uri, 10);
    return all.flatMap(({ range, command }) => (command === undefined ? [] : [{ line: range.start.line, command }]));
  }

  const titles = async (uri: vscode.Uri) => (await lenses(uri)).map(({ line, command }) => `${line} ${command.title}`);

  async function press(uri: vscode.Uri, title: string): Promise<void> {
    const lens = (await lenses(uri)).find(({ line, command }) => `${line} ${command.title}` === title);
    assert.ok(lens, `there is no ${title}`);
    await vscode.commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []));
  }

  it("offer to run the fences of Markdown, of which a console's are its commands", async () => {
    const uri = await open(
      "markdown",
      "# Title\n\n```sh\necho one\n```\n\n```console\n$ echo two\ntwo\n```\n\n```js\n1\n```\n",
    );
    assert.deepEqual(await titles(uri), ["2 ▶ Run", "2 ▶ Run in New Session", "6 ▶ Run", "6 ▶ Run in New Session"]);
    const executed = await executedDuring(api, () => press(uri, "6 ▶ Run"));
    assert.deepEqual(
      executed.map(({ command }) => command.trim()),
      ["echo two"],
    );
  });

  it("run a block in a session of its own", async () => {
    const uri = await open("shellscript", "echo alone\n");
    const own = (await api.sessions()).find(({ isCurrent }) => isCurrent)?.id;
    const [executed] = await executedDuring(api, () => press(uri, "0 ▶ Run in New Session"));
    assert.equal(executed?.command, "echo alone\n");
    assert.notEqual(executed.sessionId, own);
  });

  it("stop what they have begun", async () => {
    const uri = await open("shellscript", "sleep 1000\n");
    const running = press(uri, "0 ▶ Run");
    await until("a way to stop it", async () => (await titles(uri)).join() === "0 ■ Stop");
    await press(uri, "0 ■ Stop");
    await running;
    assert.deepEqual(await titles(uri), ["0 ▶ Run", "0 ▶ Run in New Session"]);
  });
});
