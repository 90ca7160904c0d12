import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import * as vscode from "vscode";
import { sandshell } from "./sandshell.ts";

describe("the tool for language models", () => {
  before(async () => {
    await sandshell();
  });

  it("is registered", () => {
    const tool = vscode.lm.tools.find(({ name }) => name === "sandshell_run");
    assert.ok(tool, "is not registered");
  });

  it("runs a model's command in a session, and tells the model how it ended", async () => {
    const { content } = await vscode.lm.invokeTool("sandshell_run", {
      input: { command: "cd /; echo seen; echo wrong >&2; (exit 3)", session: "models" },
      toolInvocationToken: undefined,
    });
    const text = content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : "")).join("");
    assert.match(text, /exit 3 in .*\nThe session is now in \/\n/);
    assert.match(text, /\nseen$/m);
    assert.match(text, /\nwrong$/m);
  });
});
