// A dialogue as test-fixtures/README.md defines it.

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Json, JsonObject } from "./json.ts";

const signs = [">", ">frame", ">raw", ">eof", "<", "<!", "<*", "<&", "<-", "<=", "<eof", "<exit"] as const;

/** What a line does: the sign that it begins with. */
export type Sign = (typeof signs)[number];

export interface Step {
  line: number;
  sign: Sign;
  /** The JSON after the sign; the text as it is after `>frame`, null where there is none. */
  value: Json;
  /** How often, for `>raw`. */
  count: number;
  source: string;
}

export interface Transcript {
  name: string;
  /** The sections that it pins, where it is of the suite of the specification. */
  specification: string[];
  /** Which shells it is to be played with; none where it does not depend on one. */
  shells: string[];
  /** What it needs on the search path. */
  programs: string[];
  /** How the server is to drive the shells that it can drive in several ways, or nothing. */
  channel: string;
  /** Whether it says `initialize` and `exit` itself. */
  isBare: boolean;
  capabilities: JsonObject;
  steps: Step[];
}

export function readTranscript(file: string): Transcript {
  const transcript: Transcript = {
    name: basename(file, ".txt"),
    specification: [],
    shells: [],
    programs: [],
    channel: "",
    isBare: false,
    capabilities: {},
    steps: [],
  };
  const lines = readFileSync(file, "utf8").split("\n");
  for (let i = 0; i < lines.length; i++) {
    const number = i + 1;
    let whole = lines[i] ?? "";
    while (lines[i + 1]?.startsWith("  ")) {
      i++;
      whole += ` ${lines[i]?.trim()}`;
    }
    if (whole.trim() === "" || whole.startsWith("#")) {
      continue;
    }
    const [, word = "", rest = ""] = /^(\S+) ?(.*)$/s.exec(whole) ?? [];
    try {
      readLine(transcript, number, word, rest.trim());
    } catch (error) {
      throw new Error(`${file}:${number}: ${error}`);
    }
  }
  return transcript;
}

function readLine(transcript: Transcript, line: number, word: string, rest: string): void {
  if (word === "@shells") {
    transcript.shells = rest.split(/ +/);
  } else if (word === "@requires") {
    transcript.programs = rest.split(/ +/);
  } else if (word === "@channel") {
    transcript.channel = rest;
  } else if (word === "@specification") {
    transcript.specification.push(rest);
  } else if (word === "@process") {
    // Here each server is a process of its own.
  } else if (word === "@bare") {
    transcript.isBare = true;
  } else if (word === "@capabilities") {
    transcript.capabilities = JSON.parse(rest);
  } else {
    const sign = signs.find((known) => known === word);
    if (sign === undefined) {
      throw new Error(`unknown sign ${word}`);
    }
    const [, count = "1", json = ""] = /^(?:(\d+) )?(.*)$/s.exec(sign === ">raw" ? rest : "") ?? [];
    const text = sign === ">raw" ? json : rest;
    const value = sign === ">frame" ? rest : text === "" ? null : JSON.parse(text);
    transcript.steps.push({ line, sign, value, count: Number(count), source: `${word} ${rest}` });
  }
}
