import assert from "node:assert/strict";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { describe, it } from "mocha";
import * as vscode from "vscode";
import { report } from "./report.ts";

const megabytes = Number(process.env.FLOOD_MEGABYTES ?? 10);

describe("a flood in the terminal", () => {
  it("leaves the extension host its memory, and all of it comes", async function () {
    this.timeout(600_000);
    await vscode.extensions.getExtension("sandshell.sandshell")?.activate();
    await vscode.commands.executeCommand("sandshell.exec", "true");
    const delay = monitorEventLoopDelay({ resolution: 5 });
    const before = process.memoryUsage.rss();
    let most = before;
    const looking = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss());
    }, 50);
    delay.enable();
    const began = performance.now();
    await vscode.commands.executeCommand("sandshell.exec", `yes | head -c ${megabytes}000000`);
    const seconds = (performance.now() - began) / 1_000;
    clearInterval(looking);
    delay.disable();
    const mb = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
    const ms = (nanoseconds: number) => `${(nanoseconds / 1e6).toFixed(1)} ms`;
    report(
      `${megabytes} MB in ${seconds.toFixed(1)} s; the host was late by ${ms(delay.percentile(50))} (p50), ` +
        `${ms(delay.percentile(99))} (p99), ${ms(delay.max)} at most; it held ${mb(before)} before, ${mb(most)} at most`,
    );
    assert.ok(most < 300e6, `the extension host held ${mb(most)}`);
  });
});
