// Compares JSON with a pattern and puts captured values into messages, as test-fixtures/README.md says.

import { isDeepStrictEqual } from "node:util";
import { type Bindings, isObject, type Json, type JsonObject, visible } from "./json.ts";

const name = /^\$([A-Za-z][A-Za-z0-9_]*)$/;
const placeholder = /\{\{([A-Za-z][A-Za-z0-9_]*)\}\}/g;

/** What differs and where, or null where it matches; only then is what was captured added to the bindings. */
export function mismatch(pattern: Json, actual: Json, bindings: Map<string, Json>): string | null {
  const trial = new Map(bindings);
  const difference = compare("", pattern, actual, trial);
  if (difference === null) {
    for (const [key, value] of trial) {
      bindings.set(key, value);
    }
  }
  return difference;
}

function compare(path: string, pattern: Json, actual: Json | undefined, bindings: Map<string, Json>): string | null {
  if (pattern === "$absent") {
    return actual === undefined ? null : differs(path, "nothing", actual);
  }
  if (actual === undefined) {
    return `${path} is missing`;
  }
  if (typeof pattern === "string") {
    return compareText(path, pattern, actual, bindings);
  }
  if (Array.isArray(pattern)) {
    if (!Array.isArray(actual) || actual.length !== pattern.length) {
      return differs(path, `${pattern.length} elements`, actual);
    }
    return first(pattern.map((element, i) => () => compare(`${path}[${i}]`, element, actual[i], bindings)));
  }
  if (isObject(pattern)) {
    if (!isObject(actual)) {
      return differs(path, "an object", actual);
    }
    const fields = Object.entries(pattern);
    return first(
      fields.map(
        ([key, value]) =>
          () =>
            compare(`${path}.${key}`, value, actual[key], bindings),
      ),
    );
  }
  return pattern === actual ? null : differs(path, JSON.stringify(pattern), actual);
}

function compareText(path: string, pattern: string, actual: Json, bindings: Map<string, Json>): string | null {
  if (pattern === "$_") {
    return null;
  }
  const captured = name.exec(pattern)?.[1];
  if (captured !== undefined) {
    const known = bindings.get(captured);
    if (known === undefined) {
      bindings.set(captured, actual);
      return null;
    }
    return isDeepStrictEqual(known, actual) ? null : differs(path, JSON.stringify(known), actual);
  }
  if (pattern.length > 1 && pattern.startsWith("~") && pattern.endsWith("~")) {
    const regex = fillText(pattern.slice(1, -1), bindings);
    const text = typeof actual === "string" ? actual : JSON.stringify(actual);
    return new RegExp(regex, "s").test(text) ? null : differs(path, `~${regex}~`, actual);
  }
  const filled = fillText(pattern, bindings);
  return filled === actual ? null : differs(path, JSON.stringify(filled), actual);
}

function first(comparisons: (() => string | null)[]): string | null {
  for (const comparison of comparisons) {
    const difference = comparison();
    if (difference !== null) {
      return difference;
    }
  }
  return null;
}

function differs(path: string, expected: string, actual: Json): string {
  return `${path || "the message"}: expected ${visible(expected)}, got ${visible(JSON.stringify(actual))}`;
}

/** A copy with the bound values in place; a placeholder that is not bound is an error of the transcript. */
export function fill(template: Json, bindings: Bindings): Json {
  if (Array.isArray(template)) {
    return template.map((element) => fill(element, bindings));
  }
  if (isObject(template)) {
    const filled: JsonObject = {};
    for (const [key, value] of Object.entries(template)) {
      filled[key] = fill(value, bindings);
    }
    return filled;
  }
  if (typeof template !== "string") {
    return template;
  }
  const whole = name.exec(template)?.[1];
  return (whole === undefined ? undefined : bindings.get(whole)) ?? fillText(template, bindings);
}

function fillText(text: string, bindings: Bindings): string {
  return text.replace(placeholder, (all, key: string) => {
    const value = bindings.get(key);
    if (value === undefined) {
      throw new Error(`${all} is not bound`);
    }
    return typeof value === "string" ? value : JSON.stringify(value);
  });
}
