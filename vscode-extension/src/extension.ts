import * as vscode from "vscode";

/** What an editor calls when the extension is first needed. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel("Sandshell", { log: true });
  context.subscriptions.push(
    log,
    vscode.commands.registerCommand("sandshell.showLog", () => log.show()),
  );
}
