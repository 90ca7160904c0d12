// A gigabyte of text through the server, and through a bare pipe.

import { appendFileSync, writeFileSync } from "node:fs";
import { Floor } from "../client/floor.mjs";
import { FrameReader } from "../client/frameReader.mjs";
import { Sampler, facts, javaProcess, processorMs } from "../client/processFacts.mjs";
import { start } from "../client/processes.mjs";
import { Server } from "../client/server.mjs";
import { median } from "../statistics.mjs";
import { FILE_BYTES, LINE, expect, print, rawPipe, streamed, textFile } from "./text.mjs";

const CHUNK = 64 * 1024;

export async function throughput({ command, report, isQuick }) {
  const file = textFile();
  const total = isQuick ? 200_000_000 : 1_000_000_000;
  const rounds = isQuick ? 2 : 3;
  const frames = writeFrames(file);

  const server = await Server.start(command);
  const floor = new Floor();
  const java = javaProcess(server.pid);
  try {
    const ways = {
      floor: (bytes) => rawPipe(floor, print(file, bytes), bytes),
      frames: (bytes) => framesFromFile(frames, bytes),
      stream: (bytes) => streamed(server, print(file, bytes), bytes),
      collect: (bytes) => collected(server, print(file, bytes), bytes),
    };
    const speeds = { floor: [], frames: [], stream: [], collect: [] };
    const memory = { stream: 0, collect: 0 };
    const processor = { stream: 0, collect: 0 };
    for (let round = -1; round < rounds; round++) {
      // The round before the first warms up.
      const bytes = round < 0 ? total / 5 : total;
      for (const [name, way] of Object.entries(ways)) {
        const sampler = new Sampler(java);
        const before = processorMs(java);
        const began = performance.now();
        await way(bytes);
        const seconds = (performance.now() - began) / 1000;
        const { rssMb } = sampler.stop();
        if (name in memory) {
          memory[name] = Math.max(memory[name], rssMb);
        }
        if (round >= 0) {
          speeds[name].push(bytes / 1e6 / seconds);
          processor[name] += processorMs(java) - before;
        }
      }
    }
    tell(report, total, rounds, speeds, memory, processor, facts(java));
  } finally {
    await Promise.all([server.stop(), floor.stop()]);
  }
}

function tell(report, total, rounds, speeds, memory, processor, last) {
  const size = `${total / 1e6} MB of text`;
  const raw = median(speeds.floor);
  const rate = { unit: "MB/s", floor: raw };
  const stream = median(speeds.stream);
  report.add({
    ...rate,
    name: `${size}, streamed`,
    value: stream,
    target: ">= 0.4x",
    isReached: stream >= 0.4 * raw,
    details: speeds,
  });
  report.add({ ...rate, name: `${size}, collected`, value: median(speeds.collect) });
  report.add({ ...rate, name: `${size}, as ready-made frames from a file (the client's own limit)`, value: median(speeds.frames) });
  for (const name of ["stream", "collect"]) {
    report.add({
      name: `processor time of the server per GB, ${name}`,
      value: processor[name] / rounds / (total / 1e9) / 1000,
      unit: "s",
      digits: 2,
    });
    report.add({
      name: `memory, ${name}, largest seen`,
      value: memory[name],
      unit: "MB",
      target: "< 256 MB",
      isReached: memory[name] < 256,
    });
  }
  report.add({
    name: "memory, throughput runs, peak",
    value: last.peakMb,
    unit: "MB",
    target: "< 256 MB",
    isReached: last.peakMb < 256,
    details: last,
  });
}

async function collected(server, text, total) {
  const result = await server.exec(text, { output: "collect" });
  expect("the result", result.stdoutBytes, total);
  expect("what is kept", result.stdout.length, 1 << 20);
}

/** What the server would send, made by hand: tells how fast this very client can take it in. */
function writeFrames(file) {
  const frames = `${file}.frames`;
  const text = LINE.repeat(Math.ceil(CHUNK / LINE.length) + 1);
  let written = 0;
  writeFileSync(frames, "");
  for (let seq = 1; written < FILE_BYTES; seq++) {
    const length = Math.min(CHUNK, FILE_BYTES - written);
    const from = written % LINE.length;
    const params = {
      sessionId: "default",
      execId: "exec-1",
      seq,
      stream: "stdout",
      offset: written,
      text: text.slice(from, from + length),
    };
    const body = JSON.stringify({ jsonrpc: "2.0", method: "sandbox/exec/output", params });
    appendFileSync(frames, `Content-Length: ${body.length}\r\n\r\n${body}`);
    written += length;
  }
  return frames;
}

async function framesFromFile(frames, total) {
  let seen = 0;
  const reader = new FrameReader((message) => {
    seen += message.params.text.length;
  });
  const child = start("cat", Array(total / FILE_BYTES).fill(frames));
  child.stdout.on("data", (chunk) => reader.accept(chunk));
  await new Promise((resolve) => child.stdout.once("end", resolve));
  expect("the frames", seen, total);
}
