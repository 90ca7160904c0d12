import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import * as vscode from "vscode";
import type { SandshellApi } from "../../src/api.ts";
import { withoutEscapes } from "../../src/terminal/plainText.ts";
import { inOtherWindow } from "./otherWindow.ts";
import { executedDuring, sandshell } from "./sandshell.ts";
import { eventually, until } from "./waiting.ts";

describe("a session's terminal", () => {
  let api: SandshellApi;

  before(async () => {
    api = await sandshell();
  });

  /** The terminal of a session that is there. */
  async function open(sessionId: string): Promise<vscode.Terminal> {
    await vscode.commands.executeCommand("sandshell.openTerminal", { kind: "session", sessionId });
    return eventually("its terminal", () =>
      vscode.window.terminals.find(({ name }) => name === `${sessionId} (Sandshell)`),
    );
  }

  it("has shell integration, by which other extensions run commands there", async () => {
    await api.exec("true", { session: "integrated" });
    const terminal = await open("integrated");
    const integration = await eventually("shell integration", () => terminal.shellIntegration);
    const ends: vscode.TerminalShellExecutionEndEvent[] = [];
    const listening = vscode.window.onDidEndTerminalShellExecution((end) => ends.push(end));
    const execution = integration.executeCommand("echo seen; (exit 3)");
    let output = "";
    for await (const part of execution.read()) {
      output += part;
    }
    const end = await eventually("its end", () => ends.find((each) => each.execution === execution));
    listening.dispose();
    assert.equal(end.exitCode, 3);
    assert.equal(withoutEscapes(output), "seen\n");
  });

  it("takes what an extension types", async () => {
    await api.exec("true", { session: "typed" });
    const terminal = await open("typed");
    const [executed] = await executedDuring(api, async () => terminal.sendText("(exit 5)"));
    assert.equal(executed?.command, "(exit 5)");
    assert.equal(executed.exitCode, 5);
  });

  it("has the variables that are set from elsewhere", async () => {
    await api.exec("true", { session: "variables" });
    await inOtherWindow((sessions) => sessions.setEnvironment("variables", { FROM: "elsewhere" }));
    const { stdout } = await api.exec('echo "$FROM"', { session: "variables" });
    assert.equal(stdout, "elsewhere\n");
  });

  it("closes with its session", async () => {
    await api.exec("true", { session: "short" });
    const terminal = await open("short");
    await inOtherWindow((sessions) => sessions.delete("short"));
    await until("the terminal's end", () => !vscode.window.terminals.includes(terminal));
    assert.ok(!(await api.sessions()).some(({ id }) => id === "short"));
  });
});
