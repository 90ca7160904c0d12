import type { ExtensionContext } from "vscode";
import type { SandshellApi } from "./api.ts";
import { registerCommands } from "./editor/commands.ts";
import { Sandshell } from "./editor/sandshell.ts";

/**
 * Registers everything and starts nothing, but for the terminals that a window had before it was reloaded. Answers what
 * is for other extensions.
 */
export function activate(context: ExtensionContext): SandshellApi {
  const sandshell = new Sandshell(context);
  context.subscriptions.push(sandshell, ...registerCommands(sandshell));
  sandshell.terminals.restore().catch((error) => sandshell.host.complain(error));
  return sandshell.exports;
}
