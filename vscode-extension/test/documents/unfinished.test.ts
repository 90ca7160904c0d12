import { expect, test } from "vitest";
import { isUnfinished } from "../../src/documents/unfinished.ts";
import { examples } from "../fixtures.ts";

const commands = examples<{ unfinished: string[]; finished: string[] }>("documents/commands.json");

test.each(commands.unfinished)("%j goes on", (command) => expect(isUnfinished(command)).toBe(true));

test.each(commands.finished)("%j does not", (command) => expect(isUnfinished(command)).toBe(false));
