// What clients do at a daemon, each from its coming to its going. Each checks what it is told, exactly, and leaves no
// session: one that is killed leaves that to the keeper.

import { once } from "node:events";

const FLOOD = "seq 1 100000000";

function expect(what, actual, expected) {
  if (actual !== expected) {
    throw new Error(`${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
  }
}

async function expectOutput(client, sessionId, command, stdout, more = {}) {
  const result = await client.exec(command, { sessionId, ...more });
  expect(command, result.stdout, stdout);
  return result;
}

/** Everyday work: state that stays, a shell that ends, one that is renewed. */
async function work(client, id) {
  await client.request("sandbox/session/create", { sessionId: id, cwd: "/tmp" });
  await expectOutput(client, id, "x=1; cd /; echo $x", "1\n");
  await expectOutput(client, id, "wc -c", "100000\n", { stdin: "y".repeat(100_000) });
  expect("exit", (await client.exec("exit 3", { sessionId: id })).exitCode, 3);
  await expectOutput(client, id, "echo $x $PWD", "1 /\n");
  expect("its death", (await client.exec("kill -9 $$", { sessionId: id })).shellExited, true);
  await client.request("sandbox/session/reset", { sessionId: id, keepState: true });
  await expectOutput(client, id, "echo $x", "1\n");
  await client.request("sandbox/session/reset", { sessionId: id });
  await expectOutput(client, id, "echo [$x]", "[]\n");
  await expectOutput(client, id, "seq 1 20000 | tail -n 1", "20000\n", { output: "collect" });
  expect("delete", (await client.request("sandbox/session/delete", { sessionId: id })).existed, true);
}

/** Resolves with the first output of a command; what a session's terminal shows before is none. */
function firstOutput(client, execId) {
  return new Promise((resolve) => {
    client.onNotification = (method, params) => {
      if (method === "sandbox/exec/output" && params.execId === execId) {
        resolve(params);
      }
    };
  });
}

/** Goes in the middle of output; the session is somebody else's to end. */
async function diesInAFlood(client, keeper, id) {
  const execId = `${id}-flood`;
  await client.request("sandbox/session/create", { sessionId: id });
  const seen = firstOutput(client, execId);
  client.exec(FLOOD, { sessionId: id, execId, output: "stream" }).catch(() => {});
  await seen;
  await client.kill();
  await keeper.request("sandbox/exec/kill", { execId });
  await keeper.request("sandbox/session/delete", { sessionId: id });
}

export const VISITS = {
  async socketWorks({ daemon, id }) {
    const client = await daemon.client();
    await work(client, id);
    await client.stop();
  },

  async relayWorks({ daemon, id }) {
    const client = await daemon.relay();
    await work(client, id);
    await client.stop();
  },

  async socketDies({ daemon, keeper, id }) {
    await diesInAFlood(await daemon.client(), keeper, id);
  },

  async relayDies({ daemon, keeper, id }) {
    await diesInAFlood(await daemon.relay(), keeper, id);
  },

  /** Others look on, come, go and are cut off, while one prints. */
  async onlookers({ daemon, id }) {
    const client = await daemon.client();
    await client.request("sandbox/session/create", { sessionId: id });
    const others = await Promise.all(Array.from({ length: 6 }, () => daemon.client()));
    await Promise.all(others.map((other) => other.request("sandbox/session/attach", { sessionId: id })));
    const flood = client.exec("seq 1 50000", { sessionId: id, output: "collect" });
    await others[0].request("sandbox/session/detach", { sessionId: id });
    await others[1].kill();
    await others[2].stop();
    await others[3].request("sandbox/session/attach", { sessionId: id, afterSeq: 1 });
    expect("the flood", (await flood).stdoutBytes, 288_894);
    await others[4].request("sandbox/session/delete", { sessionId: id });
    await Promise.all([others[0], others[3], others[4], others[5], client].map((other) => other.stop()));
  },

  /** What outlasts a call, and what does not come to its end. */
  async jobs({ daemon, id }) {
    const client = await daemon.client();
    await client.request("sandbox/session/create", { sessionId: id });
    await expectOutput(client, id, "sleep 1000 & (setsid sleep 1000 &) ; echo on", "on\n");
    await client.exec("echo bg; sleep 1000", { sessionId: id, execId: `${id}-bg`, background: true });
    expect("time-out", (await client.exec("sleep 1000", { sessionId: id, timeoutMs: 50 })).timedOut, true);
    await expectOutput(client, id, "test -t 1 && printf yes", "yes", { tty: true });
    const cat = client.exec("cat", { sessionId: id, execId: `${id}-cat`, openStdin: true });
    await client.request("sandbox/exec/write", { execId: `${id}-cat`, text: "typed\n", closeStdin: true });
    expect("cat", (await cat).stdout, "typed\n");
    await client.request("sandbox/exec/kill", { execId: `${id}-bg`, signal: "SIGKILL" });
    await client.request("sandbox/exec/wait", { execId: `${id}-bg`, until: { exit: true } });
    await client.request("sandbox/session/delete", { sessionId: id });
    await client.stop();
  },

  /** A session becomes three. */
  async forks({ daemon, id }) {
    const client = await daemon.client();
    await client.request("sandbox/session/create", { sessionId: id });
    await client.exec("f() { echo f$1; }; a=(1 2 3)", { sessionId: id });
    await client.request("sandbox/session/fork", { sessionId: id, newSessionId: `${id}-fork` });
    const { snapshot } = await client.request("sandbox/session/snapshot", { sessionId: id });
    await client.request("sandbox/session/restore", { snapshot, sessionId: `${id}-copy` });
    for (const one of [id, `${id}-fork`, `${id}-copy`]) {
      await expectOutput(client, one, "f ${a[2]}", "f3\n");
    }
    for (const one of [id, `${id}-fork`, `${id}-copy`]) {
      await client.request("sandbox/session/delete", { sessionId: one });
    }
    await client.stop();
  },

  /** Who says nothing that makes sense, or nothing at all. */
  async strangers({ daemon }) {
    for (const bytes of ["", "\x00\x01 no protocol", "Content-Length: 100\r\n\r\n{", "Content-Length: 2\r\n\r\n{}"]) {
      const socket = await daemon.socketTo();
      socket.on("error", () => {});
      if (bytes !== "") {
        await new Promise((resolve) => socket.write(bytes, resolve));
      }
      socket.destroy();
      await once(socket, "close");
    }
  },

  /** Waits that never end, by clients that go. */
  async waits({ daemon, keeper, id }) {
    const client = await daemon.client();
    await client.request("sandbox/session/create", { sessionId: id });
    await client.exec("sleep 1000", { sessionId: id, execId: `${id}-bg`, background: true });
    for (const until of [{ exit: true }, { log: "never" }, { port: 1 }]) {
      client.request("sandbox/exec/wait", { execId: `${id}-bg`, until }).catch(() => {});
    }
    client.request("sandbox/exec/read", { execId: `${id}-bg`, afterSeq: 1_000, waitMs: 600_000 }).catch(() => {});
    await client.exec("true", { sessionId: id });
    await client.kill();
    await keeper.request("sandbox/session/delete", { sessionId: id });
  },
};
