import assert from "node:assert/strict";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { getHeapSpaceStatistics } from "node:v8";
import { describe, it } from "mocha";
import * as vscode from "vscode";
import { report } from "./report.ts";

/** More by hand: what CI can wait for is little. */
const megabytes = Number(process.env.FLOOD_MEGABYTES ?? 5);

describe("a flood in the terminal", () => {
  it("leaves the extension host its memory, and all of it comes", async function () {
    this.timeout(600_000);
    await vscode.extensions.getExtension("sandshell.sandshell")?.activate();
    await vscode.commands.executeCommand("sandshell.exec", "true");
    const delay = monitorEventLoopDelay({ resolution: 5 });
    const before = process.memoryUsage();
    const youngBefore = youngGeneration();
    const most = { resident: 0, inUse: 0, buffers: 0, young: 0 };
    const looking = setInterval(() => {
      const { rss, heapUsed, external, arrayBuffers } = process.memoryUsage();
      const now = { resident: rss, inUse: heapUsed + external, buffers: arrayBuffers, young: youngGeneration() };
      for (const what of ["resident", "inUse", "buffers", "young"] as const) {
        most[what] = Math.max(most[what], now[what]);
      }
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
        `${ms(delay.percentile(99))} (p99), ${ms(delay.max)} at most; it used ${mb(before.heapUsed + before.external)} ` +
        `before and ${mb(most.inUse)} at most, of which ${mb(most.buffers)} buffers; resident ${mb(before.rss)} and ` +
        `${mb(most.resident)}, V8's young generation ${mb(youngBefore)} and ${mb(most.young)}`,
    );
    // What is resident is for V8 to say: it lets its young generation grow to some 130 MB, most of it empty.
    assert.ok(most.inUse < 300e6, `the extension host used ${mb(most.inUse)}`);
  });
});

/** How large it is, most of which is empty. */
function youngGeneration(): number {
  return getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space")?.space_size ?? 0;
}
