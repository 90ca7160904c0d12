import { afterEach, expect, it } from "vitest";
import { RestartBudget } from "../../src/server/restartBudget.ts";
import { type Opened, type ServerLog, ServerSupervisor } from "../../src/server/serverSupervisor.ts";

/** Answers `initialize`, and ends with exit code 3 when it is asked for a list. */
const fragile = `
  let all = Buffer.alloc(0);
  process.stdin.on("data", (data) => {
    all = Buffer.concat([all, data]);
    for (;;) {
      const end = all.indexOf("\\r\\n\\r\\n");
      const length = Number(/Content-Length: (\\d+)/.exec(all.toString("latin1", 0, Math.max(end, 0)))?.[1]);
      if (end < 0 || all.length < end + 4 + length) return;
      const message = JSON.parse(all.toString("utf8", end + 4, end + 4 + length));
      all = all.subarray(end + 4 + length);
      if (message.method === "initialize") {
        const result = { capabilities: {}, serverInfo: { name: "fragile", version: String(process.pid) } };
        const body = JSON.stringify({ jsonrpc: "2.0", id: message.id, result });
        process.stdout.write("Content-Length: " + Buffer.byteLength(body) + "\\r\\n\\r\\n" + body);
      } else if (message.method === "sandbox/session/list") {
        console.error("it hurts");
        process.exit(3);
      }
    }
  });
  process.stdin.on("end", () => process.exit(0));
`;

const silent: ServerLog = { info: () => {}, warn: () => {}, server: () => {} };
let supervisor: ServerSupervisor;

afterEach(() => supervisor.dispose());

function supervise(program: string, budget = new RestartBudget(), log: Partial<ServerLog> = {}): ServerSupervisor {
  supervisor = new ServerSupervisor(async () => [process.execPath, "-e", program], { ...silent, ...log }, budget);
  return supervisor;
}

function next<T>(event: (listener: (value: T) => void) => unknown): Promise<T> {
  return new Promise((resolve) => event(resolve));
}

async function crash({ connection }: Opened): Promise<void> {
  await expect(connection.request("sandbox/session/list", {})).rejects.toThrow();
}

it("starts one server for all who ask at once", async () => {
  supervise(fragile);
  const [one, other] = await Promise.all([supervisor.open(), supervisor.open()]);
  expect(one).toBe(other);
});

it("starts another when that has ended, and says what it logged", async () => {
  const logged: string[] = [];
  supervise(fragile, new RestartBudget(), { server: (line) => logged.push(line) });
  const first = await supervisor.open();
  const lost = next(supervisor.onLost);
  const again = next(supervisor.onOpened);
  await crash(first);
  expect(await lost).toEqual({ reason: "it ended with exit code 3", isFinal: false });
  const second = await again;
  expect(second.server.serverInfo.version).not.toBe(first.server.serverInfo.version);
  expect(await supervisor.open()).toBe(second);
  expect(logged).toEqual(["it hurts"]);
});

it("gives up when the budget is used up, until somebody asks", async () => {
  supervise(fragile, new RestartBudget(1));
  const first = await supervisor.open();
  const again = next(supervisor.onOpened);
  await crash(first);
  const second = await again;
  const lost = next(supervisor.onLost);
  await crash(second);
  expect(await lost).toEqual({
    reason: "it ended with exit code 3, and has been started again 1 times in 3 minutes",
    isFinal: true,
  });
  expect((await supervisor.open()).server.serverInfo.name).toBe("fragile");
});

it("says why a server does not start", async () => {
  supervise(`console.error("no room"); process.exit(1)`);
  await expect(supervisor.open()).rejects.toThrow("no room");
  supervise("process.exit(7)");
  await expect(supervisor.open()).rejects.toThrow("The server ended at its start (exit code 7).");
});

it("makes another when it is told to, with something done between", async () => {
  supervise(fragile);
  const first = await supervisor.open();
  let between = false;
  const second = await supervisor.restart(async () => {
    between = true;
  });
  expect([between, first === second]).toEqual([true, false]);
});

it("makes one for who asks while it makes another", async () => {
  supervise(fragile);
  const first = await supervisor.open();
  let asked: Promise<Opened> | undefined;
  const second = await supervisor.restart(async () => {
    asked = supervisor.open();
  });
  expect(second).not.toBe(first);
  expect(await asked).toBe(second);
});

it("starts nothing once it is disposed", async () => {
  supervise(fragile);
  await supervisor.open();
  supervisor.dispose();
  await expect(supervisor.open()).rejects.toThrow("shut down");
});
