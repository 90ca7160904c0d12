import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { before, describe, it } from "mocha";
import * as vscode from "vscode";
import type { SandshellApi } from "../../src/api.ts";
import { sandshell } from "./sandshell.ts";
import { eventually } from "./waiting.ts";

describe("the server", () => {
  let api: SandshellApi;

  before(async () => {
    api = await sandshell();
  });

  it("is there again when it was killed, with its sessions", async () => {
    await api.exec("KEPT=yes", { session: "kept" });
    const before = connections();
    assert.equal(before.length, 1, `${before.length} processes connect this window`);
    process.kill(Number(before[0]), "SIGKILL");
    await eventually("another", () => connections().find((pid) => pid !== before[0]));
    const { stdout } = await api.exec('echo "$KEPT"', { session: "kept" });
    assert.equal(stdout, "yes\n");
  });

  it("is another when it is restarted, with its sessions", async () => {
    const before = await api.exec("KEPT=restarted; echo $PPID", { session: "restarted" });
    await vscode.commands.executeCommand("sandshell.restartServer");
    const after = await api.exec("echo $KEPT $PPID", { session: "restarted" });
    const [kept, parent] = after.stdout.trim().split(" ");
    assert.equal(kept, "restarted");
    assert.notEqual(parent, before.stdout.trim());
  });
});

/** The processes of this very window that connect it to the server: pids. */
function connections(): string[] {
  const mark = process.env.SANDSHELL_TEST_RUN;
  assert.ok(mark, "the run has no mark");
  return readdirSync("/proc").filter((pid) => {
    if (!/^\d+$/.test(pid)) {
      return false;
    }
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
      const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return (
        state !== "Z" &&
        Number(parent) === process.pid &&
        readFileSync(`/proc/${pid}/environ`, "latin1").includes(`SANDSHELL_TEST_RUN=${mark}`) &&
        readFileSync(`/proc/${pid}/cmdline`, "latin1").includes("\0serve\0")
      );
    } catch {
      // It has ended meanwhile.
      return false;
    }
  });
}
