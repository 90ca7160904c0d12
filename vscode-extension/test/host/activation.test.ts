import assert from "node:assert/strict";
import { describe, it } from "mocha";
import * as vscode from "vscode";
import { report } from "./report.ts";

describe("the extension", () => {
  const extension = vscode.extensions.getExtension("sandshell.sandshell");

  it("activates", async () => {
    assert.ok(extension, "is not installed");
    const begin = performance.now();
    await extension.activate();
    report(`activate() took ${(performance.now() - begin).toFixed(1)} ms`);
    assert.equal(extension.isActive, true);
  });

  it("has registered every command that it contributes", async () => {
    const commands = new Set(await vscode.commands.getCommands(true));
    const contributed = extension?.packageJSON.contributes.commands.map(({ command }: { command: string }) => command);
    assert.deepEqual(
      contributed.filter((command: string) => !commands.has(command)),
      [],
    );
  });
});
