import assert from "node:assert/strict";
import { realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { before, describe, it } from "mocha";
import * as vscode from "vscode";
import type { SandshellApi } from "../../src/api.ts";
import { executedDuring, folder, sandshell } from "./sandshell.ts";
import { until } from "./waiting.ts";

describe("the API for other extensions", () => {
  const session = "api";
  let api: SandshellApi;

  before(async () => {
    api = await sandshell();
  });

  it("runs a command with its input, variables and folder, and tells its exact outcome", async () => {
    const cwd = realpathSync(tmpdir());
    const { sessionId, execId, durationMs, ...outcome } = await api.exec('cat; echo "$WHO" >&2; pwd; (exit 3)', {
      session,
      stdin: "from the input\n",
      cwd,
      env: { WHO: "you" },
    });
    assert.deepEqual(outcome, {
      exitCode: 3,
      signal: null,
      stdout: `from the input\n${cwd}\n`,
      stderr: "you\n",
      timedOut: false,
      truncated: false,
      cwd,
    });
    assert.ok(sessionId !== "" && execId !== "" && durationMs >= 0);
  });

  it("keeps the shell's state, but not what was for one command alone", async () => {
    await api.exec("KEPT=yes", { session, env: { LENT: "yes" } });
    const { stdout } = await api.exec('echo "$KEPT, $LENT"; pwd', { session });
    assert.equal(stdout, `yes, \n${folder().fsPath}\n`);
  });

  it("tells output as it comes", async () => {
    const go = vscode.Uri.joinPath(folder(), "go");
    const seen: string[] = [];
    const running = api.exec("echo first; until [ -e go ]; do sleep 0.01; done; echo second >&2; rm go", {
      session,
      onOutput: ({ stream, text }) => seen.push(`${stream}: ${text}`),
    });
    await until("output before the end", () => seen.length > 0);
    assert.deepEqual(seen, ["stdout: first\n"]);
    await vscode.workspace.fs.writeFile(go, new Uint8Array());
    await running;
    assert.deepEqual(seen, ["stdout: first\n", "stderr: second\n"]);
  });

  it("cuts long output in the middle and says so", async () => {
    const { stdout, truncated } = await api.exec("seq 10000", { session, maxOutputBytes: 100 });
    assert.equal(truncated, true);
    assert.match(stdout, /^1\n2\n[\s\S]*\n9999\n10000\n$/);
  });

  it("stops a command whose time is over", async () => {
    const { timedOut, exitCode } = await api.exec("sleep 1000", { session, timeoutMs: 100 });
    assert.equal(timedOut, true);
    assert.notEqual(exitCode, 0);
  });

  it("stops a command that is cancelled", async () => {
    const source = new vscode.CancellationTokenSource();
    const running = api.exec("echo begun; sleep 1000", {
      session,
      token: source.token,
      onOutput: () => source.cancel(),
    });
    await assert.rejects(running, vscode.CancellationError);
    assert.equal((await api.exec("echo free", { session })).stdout, "free\n");
    await assert.rejects(api.exec("echo never", { session, token: source.token }), vscode.CancellationError);
  });

  it("does not begin a command in a folder that is not there, and says so", async () => {
    const { exitCode, stdout, stderr } = await api.exec("echo begun", { session, cwd: "/nowhere" });
    assert.deepEqual({ exitCode, stdout }, { exitCode: 1, stdout: "" });
    assert.match(stderr, /nowhere/);
    await assert.rejects(api.exec("pwd", { session, cwd: "relative" }), /absolute/);
  });

  it("lists the sessions, and makes the window's own where none is named", async () => {
    const { sessionId } = await api.exec("true");
    const sessions = await api.sessions();
    assert.deepEqual(
      sessions.filter(({ isCurrent }) => isCurrent).map(({ id, cwd }) => ({ id, cwd })),
      [{ id: sessionId, cwd: folder().fsPath }],
    );
    assert.deepEqual(
      sessions.filter(({ name }) => name === session).map(({ isCurrent, isBusy }) => ({ isCurrent, isBusy })),
      [{ isCurrent: false, isBusy: false }],
    );
  });

  it("tells of every command that ends, whoever has run it", async () => {
    const [executed] = await executedDuring(api, () =>
      vscode.commands.executeCommand("sandshell.exec", "cd /; (exit 7)"),
    );
    assert.equal(executed?.command, "cd /; (exit 7)");
    assert.equal(executed.exitCode, 7);
    assert.equal(executed.cwd, folder().fsPath);
    await api.exec(`cd "${folder().fsPath}"`);
  });
});
