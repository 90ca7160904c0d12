import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** Examples that tests in other languages are held to as well. */
export function examples<T>(file: string): T {
  return JSON.parse(readFileSync(join(resolve(import.meta.dirname, "../../test-fixtures"), file), "utf8"));
}
