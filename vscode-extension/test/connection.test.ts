import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { CancellationTokenSource, ResponseError } from "vscode-jsonrpc/node";
import { Connection } from "../src/connection.ts";
import type { ExecOutputNotification } from "../src/protocol.ts";
import { refusalOf } from "../src/refusal.ts";
import { ServerProcess } from "../src/serverProcess.ts";
import { ServerUnderTest } from "./conformance/serverUnderTest.ts";

describe("a connection to a server", () => {
  let server: ServerUnderTest;
  let connection: Connection;

  beforeEach(async () => {
    server = await ServerUnderTest.start();
    connection = new Connection(server.process.output, server.process.input);
    onTestFinished(async () => {
      connection.dispose();
      await server.end(new Set());
    });
  });

  test("says what the server can do, streams, answers, and ends it", async () => {
    const { capabilities, serverInfo } = await connection.initialize();
    expect(serverInfo.name).toBe("sandshell");
    expect(capabilities.experimental.sandbox.methods).toContain("sandbox/exec");
    const outputs: ExecOutputNotification[] = [];
    connection.on("sandbox/exec/output", (output) => outputs.push(output));
    const result = await connection.request("sandbox/exec", { command: "echo hi; echo no >&2; exit 3" });
    expect(result).toMatchObject({ exitCode: 3, signal: null, shellExited: true, stdout: "hi\n", stderr: "no\n" });
    // What the terminal shows meanwhile, such as the prompt, is no command's.
    const printed = outputs.filter(({ execId }) => execId !== null);
    expect(printed.map(({ stream, text }) => `${stream} ${text}`).sort()).toEqual(["stderr no\n", "stdout hi\n"]);
    await connection.shutdown();
    expect(await server.process.ended).toEqual({ exitCode: 0, signal: null });
  });

  test("tells a refusal from a defect", async () => {
    await connection.initialize();
    const refused = await connection.request("sandbox/session/get", { sessionId: "nobody" }).catch((error) => error);
    expect(refusalOf(refused)).toMatchObject({ code: "SESSION_NOT_FOUND" });
    expect(refusalOf(new Error("ours"))).toBeUndefined();
  });

  test("cancels, and is answered when the command has stopped", async () => {
    await connection.initialize();
    const cancellation = new CancellationTokenSource();
    // The prompt is output, too.
    connection.on("sandbox/exec/output", ({ execId }) => execId === "e" && cancellation.cancel());
    const params = { execId: "e", command: "echo ready; sleep 600" };
    const cancelled = await connection.request("sandbox/exec", params, cancellation.token).catch((error) => error);
    expect(cancelled).toBeInstanceOf(ResponseError);
    expect(cancelled).toMatchObject({ code: -32800, data: { execId: "e", stdout: "ready\n" } });
    const { exec } = await connection.request("sandbox/exec/get", { execId: "e" });
    expect(exec.state).toBe("closed");
  });

  test("answers what the server asks", async () => {
    const told: string[] = [];
    connection.answer("window/workDoneProgress/create", ({ token }) => {
      told.push(`create ${token}`);
      return null;
    });
    connection.on("$/progress", ({ token }) => told.push(`progress ${token}`));
    await connection.initialize({ capabilities: { window: { workDoneProgress: true } } });
    // Over a second, from when on the server asks for a progress of its own.
    const running = connection.request("sandbox/exec", {
      command: "read -r line; echo $line",
      openStdin: true,
      execId: "e",
    });
    await expect.poll(() => told.length, { timeout: 30_000 }).toBeGreaterThan(1);
    await connection.request("sandbox/exec/write", { execId: "e", text: "go\n", closeStdin: true });
    expect((await running).stdout).toBe("go\n");
    const token = told[0]?.replace("create ", "");
    expect(told.slice(0, 2)).toEqual([`create ${token}`, `progress ${token}`]);
  });
});

test("what is open is rejected when the server ends without an answer", async () => {
  const program = "process.stdin.once('data', () => { console.error('out of order'); process.exit(9); })";
  const server = await ServerProcess.start([process.execPath, "-e", program]);
  const connection = new Connection(server.output, server.input);
  await expect(connection.initialize()).rejects.toThrow();
  expect(await server.ended).toEqual({ exitCode: 9, signal: null });
  expect(server.log).toBe("out of order\n");
  expect(server.isRunning).toBe(false);
  connection.dispose();
});

test("a server that is not there is an error", async () => {
  await expect(ServerProcess.start(["/no/such/program"])).rejects.toThrow("ENOENT");
});
