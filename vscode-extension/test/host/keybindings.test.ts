import assert from "node:assert/strict";
import { describe, it } from "mocha";
import * as vscode from "vscode";

interface Keybinding {
  key: string;
  command: string;
}

describe("keyboard shortcuts", () => {
  it("take none of the editor's own", async () => {
    const document = await vscode.workspace.openTextDocument(
      vscode.Uri.parse("vscode://defaultsettings/keybindings.json"),
    );
    // A line of comment, and then JSON without any.
    const defaults: Keybinding[] = JSON.parse(document.getText().replace(/^\s*\/\/.*$/gm, ""));
    const theirs = defaults.filter(({ command }) => !command.startsWith("sandshell."));
    assert.ok(theirs.length > 500, `only ${theirs.length} shortcuts were found`);
    const ours: Keybinding[] =
      vscode.extensions.getExtension("sandshell.sandshell")?.packageJSON.contributes.keybindings;
    const taken = ours.flatMap(({ key }) =>
      theirs.filter((their) => their.key === key || key.startsWith(`${their.key} `)),
    );
    assert.deepEqual(taken, []);
  });
});
