import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import * as vscode from "vscode";
import type { SandshellApi } from "../../src/api.ts";
import { inOtherWindow } from "./otherWindow.ts";
import { sandshell, writeFile } from "./sandshell.ts";
import { eventually, until } from "./waiting.ts";

describe("a command's output as a document", () => {
  const session = "output";
  let api: SandshellApi;

  before(async () => {
    api = await sandshell();
  });

  const shown = () => vscode.window.activeTextEditor?.document;

  it("is plain text, between the command and how it ended", async () => {
    const command = String.raw`printf '\033[31mred\033[0m\nand no more'; (exit 4)`;
    const { execId } = await api.exec(command, { session });
    await vscode.commands.executeCommand("sandshell.showOutput", { execId });
    const text = shown()
      ?.getText()
      .replace(/ in .*\]/, "]");
    assert.equal(text, `$ ${command}\nred\nand no more\n[exit 4]\n`);
  });

  it("follows a command that runs", async () => {
    const running = api.exec("echo first; until [ -e go ]; do sleep 0.01; done; echo second; rm go", { session });
    const execId = await inOtherWindow((sessions) =>
      eventually("the command", () => sessions.all.find((view) => view.session.name === session)?.current?.execId),
    );
    await vscode.commands.executeCommand("sandshell.showOutput", { execId });
    const document = shown();
    assert.match(document?.getText() ?? "", /\nfirst\n\[running\]\n$/);
    await writeFile("go", "");
    await running;
    await until("its end", () => /\nfirst\nsecond\n\[exit 0 in .*\]\n$/.test(document?.getText() ?? ""));
  });

  it("of the doctor says how each shell is driven", async () => {
    await vscode.commands.executeCommand("sandshell.doctor");
    assert.match(shown()?.getText() ?? "", /bash/);
  });
});
