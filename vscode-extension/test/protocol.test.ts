// Holds src/protocol.ts, src/lsp.ts and src/methods.ts against what the server says of itself.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { protocolVersion } from "../src/protocol.ts";
import { serverCommand } from "./conformance/serverUnderTest.ts";

interface Schema {
  $ref?: string;
  type?: string;
  enum?: string[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema;
  required?: string[];
}

interface Method {
  direction: "clientToServer" | "serverToClient";
  params?: Schema;
  result?: Schema;
}

interface ProtocolSchema {
  version: string;
  methods: Record<string, Method>;
  notifications: Record<string, Method>;
  $defs: Record<string, Schema>;
}

const [program = "", ...args] = serverCommand("schema");
const schema: ProtocolSchema = JSON.parse(execFileSync(program, args, { encoding: "utf8" }));

/** A schema as TypeScript writes it. */
function typeOf(part: Schema | undefined): string {
  if (part?.$ref !== undefined) {
    return part.$ref.replace("#/$defs/", "");
  }
  const choices = part?.anyOf?.map(typeOf) ?? part?.oneOf?.map(typeOf) ?? part?.enum?.map((value) => `"${value}"`);
  if (choices !== undefined) {
    return choices.join(" | ");
  }
  switch (part?.type) {
    case "integer":
      return "number";
    case "array":
      return `${typeOf(part.items)}[]`;
    case "object":
      return `Record<string, ${part.additionalProperties === undefined ? "never" : typeOf(part.additionalProperties)}>`;
    default:
      return part?.type ?? "unknown";
  }
}

function fieldsOf({ properties = {}, required = [] }: Schema): string[] {
  return Object.entries(properties).map(
    ([name, field]) => `${name}${required.includes(name) ? "" : "?"}: ${typeOf(field)}`,
  );
}

function methodsOf(methods: Record<string, Method>, direction: string, isRequest: boolean): string[] {
  return Object.entries(methods)
    .filter(([, method]) => method.direction === direction)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { params, result }]) => {
      const given = name === "exit" || name === "shutdown" ? "undefined" : typeOf(params);
      return `${name}: ${isRequest ? `{ params: ${given}; result: ${typeOf(result)} }` : given}`;
    });
}

/** What a file of src declares: each type's name and fields, in order. */
function declared(name: string): Map<string, string[]> {
  const file = join(import.meta.dirname, "../src", name);
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true);
  const types = new Map<string, string[]>();
  for (const statement of source.statements) {
    if (ts.isInterfaceDeclaration(statement)) {
      types.set(statement.name.text, statement.members.filter(ts.isPropertySignature).map(written));
    } else if (ts.isTypeAliasDeclaration(statement)) {
      types.set(statement.name.text, []);
    }
  }
  return types;
}

function written(member: ts.PropertySignature): string {
  const name = ts.isStringLiteral(member.name) ? member.name.text : member.name.getText();
  const type = member.type?.getText().replace(/\s+/g, " ").replace(/^\| /, "").replace(/; }$/, " }");
  return `${name}${member.questionToken === undefined ? "" : "?"}: ${type}`;
}

const files = ["protocol.ts", "lsp.ts"].map((name) => [...declared(name)]);
const types = new Map(files.flat());
const methods = declared("methods.ts");

test("the version", () => {
  expect(protocolVersion).toBe(schema.version);
});

test("the names of the types, in the order of the records", () => {
  const names = Object.keys(schema.$defs);
  expect([...types.keys()].sort()).toEqual([...names].sort());
  for (const file of files) {
    const its = file.map(([name]) => name);
    expect(its).toEqual(names.filter((name) => its.includes(name)));
  }
});

describe("fields of", () => {
  test.for(Object.entries(schema.$defs))("%s", ([name, definition]) => {
    expect(types.get(name), `the fields of ${name}`).toEqual(fieldsOf(definition));
  });
});

describe("methods", () => {
  test.for([
    ["ClientRequests", methodsOf(schema.methods, "clientToServer", true)],
    ["ServerRequests", methodsOf(schema.methods, "serverToClient", true)],
    ["ClientNotifications", methodsOf(schema.notifications, "clientToServer", false)],
    ["ServerNotifications", methodsOf(schema.notifications, "serverToClient", false)],
  ] as const)("%s", ([name, known]) => {
    expect(methods.get(name)).toEqual(known);
  });
});
