import { type TextEditor, window } from "vscode";
import { cellAt, textOf } from "../../documents/cells.ts";
import { shortCommand } from "../../sessions/execView.ts";
import { withoutIcons } from "../labels.ts";
import type { Sandshell } from "../sandshell.ts";
import type { ExecNode } from "../sessionsTree.ts";
import { askCommand } from "./commandPicker.ts";

/** Commands that run something. */
export function execCommands(sandshell: Sandshell) {
  const { executing, sessions, current } = sandshell;

  const inTerminal = (text: string) => executing.run(text);
  const runText = async (text: string, what: string, run: (text: string) => Promise<unknown> = inTerminal) => {
    if (text.trim() === "") {
      window.showInformationMessage(`There is nothing to run in ${what}.`);
      return;
    }
    await run(text);
  };
  const inEditor = (run: (editor: TextEditor) => Promise<void>) => async () => {
    const editor = window.activeTextEditor;
    if (editor === undefined) {
      window.showInformationMessage("Open a file first: what is run is taken from its editor.");
      return;
    }
    await run(editor);
  };
  const linesOf = (editor: TextEditor) => editor.document.getText().split(/\r?\n/);

  return {
    "sandshell.exec": async (command?: string) => {
      const chosen = command ?? (await askCommand(sandshell));
      if (chosen !== undefined) {
        await runText(chosen, "an empty line");
      }
    },
    "sandshell.execInBackground": async (command?: string) => {
      const chosen = command ?? (await askCommand(sandshell, "Execute Command in Background"));
      if (chosen !== undefined) {
        await runText(chosen, "an empty line", (text) => executing.runInBackground(text));
      }
    },
    "sandshell.execSelection": inEditor((editor) =>
      runText(
        editor.selections.map((selection) => editor.document.getText(selection)).join("\n") ||
          editor.document.lineAt(editor.selection.active.line).text,
        "the selection",
      ),
    ),
    "sandshell.execLine": inEditor((editor) =>
      runText(editor.document.lineAt(editor.selection.active.line).text, "this line"),
    ),
    "sandshell.execFile": inEditor((editor) => runText(editor.document.getText(), "this file")),
    "sandshell.execCell": inEditor((editor) => {
      const lines = linesOf(editor);
      return runText(textOf(lines, cellAt(lines, editor.selection.active.line)), "this cell");
    }),
    "sandshell.rerun": async () => {
      if (!(await executing.again())) {
        window.showInformationMessage("Nothing has been run in this window yet.");
      }
    },
    "sandshell.rerunCommand": async (node: ExecNode) => {
      const exec = sessions.get(node.sessionId)?.execs.get(node.execId);
      if (exec !== undefined) {
        await executing.run(exec.command, { sessionId: exec.sessionId });
      }
    },
    "sandshell.interrupt": (node?: ExecNode) => stop(node, "interrupt", (execId) => sessions.interrupt(execId)),
    "sandshell.kill": (node?: ExecNode) => stop(node, "kill", (execId) => sessions.kill(execId, "SIGKILL")),
  };

  async function stop(node: ExecNode | undefined, what: string, how: (execId: string) => Promise<boolean>) {
    const sessionId = node?.sessionId ?? current.id;
    const exec = node === undefined ? current.view?.current : sessions.get(sessionId)?.execs.get(node.execId);
    if (exec?.isRunning && (await how(exec.execId))) {
      window.setStatusBarMessage(`$(debug-stop) ${withoutIcons(shortCommand(exec.command))}: ${what} sent`, 5_000);
    } else if (node === undefined && current.view !== undefined && what === "interrupt") {
      // What a person runs at the prompt is no call, and Ctrl-C is how it is interrupted.
      await sessions.input(sessionId, "\x03");
    } else {
      window.showInformationMessage(`There is no running command to ${what}.`);
    }
  }
}
