export type Json = null | boolean | number | string | Json[] | JsonObject;

export interface JsonObject {
  [field: string]: Json;
}

export type Bindings = ReadonlyMap<string, Json>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** As text that can be shown: escapes for control characters, long runs cut in the middle. */
export function visible(text: string, most = 700): string {
  const cut =
    text.length <= most
      ? text
      : `${text.slice(0, most / 2)} … ${text.length - most} characters … ${text.slice(-most / 2)}`;
  return cut.replace(/\p{Cc}/gu, (c) => {
    const known: Record<string, string> = { "\n": "\\n", "\r": "\\r", "\t": "\\t", "\x1b": "\\e" };
    return known[c] ?? `\\x${c.charCodeAt(0).toString(16).padStart(2, "0")}`;
  });
}
