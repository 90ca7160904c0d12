import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { Executed, SandshellApi } from "../../src/api.ts";
import { eventually } from "./waiting.ts";

/** What another extension has of ours. */
export async function sandshell(): Promise<SandshellApi> {
  const extension = vscode.extensions.getExtension<SandshellApi>("sandshell.sandshell");
  assert.ok(extension, "is not installed");
  return extension.activate();
}

/** The commands that have ended while `body` ran, whoever has run them, up to the one that `isLast`. */
export async function executedDuring(
  api: SandshellApi,
  body: () => PromiseLike<unknown>,
  isLast: (executed: Executed) => boolean = () => true,
): Promise<Executed[]> {
  const all: Executed[] = [];
  const listening = api.onDidExecute((executed) => all.push(executed));
  try {
    await body();
    await eventually("the end of a command", () => all.find(isLast));
    return all;
  } finally {
    listening.dispose();
  }
}

/** The folder of the window. */
export function folder(): vscode.Uri {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(first, "the window has no folder");
  return first.uri;
}

/** Writes a file of the window's folder. */
export async function writeFile(name: string, text: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(folder(), name);
  await vscode.workspace.fs.writeFile(uri, Buffer.from(text));
  return uri;
}
