import {
  type CancellationTokenSource,
  type DecorationOptions,
  DecorationRangeBehavior,
  type Disposable,
  MarkdownString,
  Range,
  type TextEditor,
  ThemeColor,
  window,
} from "vscode";
import type { Block } from "../documents/blocks.ts";
import type { ExecResult } from "../protocol.ts";
import { outcome } from "../sessions/execView.ts";

/** A block that runs or has run. */
export interface BlockRun {
  block: Block;
  /** There while it runs or waits for its turn. */
  stopping: CancellationTokenSource | undefined;
  /** Without one, and without `stopping`, it has been stopped. */
  result: ExecResult | undefined;
  /** The end of its output. */
  lastLines: string[];
}

/** How blocks went, at the end of their first lines: `✔ exit 0 in 1.2 s`. */
export class BlockResults implements Disposable {
  readonly #runsOf: (uri: string) => readonly BlockRun[];
  readonly #style = window.createTextEditorDecorationType({ rangeBehavior: DecorationRangeBehavior.ClosedClosed });
  readonly #registration: Disposable;

  /** @param runsOf what is to be shown of a document, by its address */
  constructor(runsOf: (uri: string) => readonly BlockRun[]) {
    this.#runsOf = runsOf;
    this.#registration = window.onDidChangeVisibleTextEditors(() => this.show());
  }

  /** Shows what is now. */
  show(): void {
    for (const editor of window.visibleTextEditors) {
      const runs = this.#runsOf(editor.document.uri.toString());
      editor.setDecorations(
        this.#style,
        runs.filter(({ block }) => block.line < editor.document.lineCount).map((run) => decoration(editor, run)),
      );
    }
  }

  dispose(): void {
    this.#registration.dispose();
    this.#style.dispose();
  }
}

function decoration(editor: TextEditor, run: BlockRun): DecorationOptions {
  const { text, color } = labelOf(run);
  const line = editor.document.lineAt(run.block.line);
  return {
    // All of the line, so that the mouse has where to rest.
    range: new Range(line.range.start, line.range.end),
    hoverMessage: run.result === undefined ? text : hover(run.result, run),
    renderOptions: { after: { contentText: text, color: new ThemeColor(color), margin: "0 0 0 2em" } },
  };
}

function labelOf({ stopping, result }: BlockRun): { text: string; color: string } {
  if (stopping !== undefined) {
    return { text: "… running", color: "editorCodeLens.foreground" };
  }
  if (result === undefined) {
    return { text: "■ stopped", color: "editorCodeLens.foreground" };
  }
  return result.exitCode === 0
    ? { text: `✔ ${outcome(result)}`, color: "terminal.ansiGreen" }
    : { text: `✘ ${outcome(result)}`, color: "terminal.ansiRed" };
}

function hover(result: ExecResult, { block, lastLines }: BlockRun): MarkdownString {
  const message = new MarkdownString();
  message.isTrusted = { enabledCommands: ["sandshell.showOutput"] };
  if (lastLines.length > 0) {
    message.appendCodeblock(lastLines.join("\n"), "plaintext");
  } else {
    message.appendText("No output");
  }
  const of = encodeURIComponent(JSON.stringify([{ execId: result.execId, command: block.text.slice(0, 200) }]));
  message.appendMarkdown(`\n\n[Show Output](command:sandshell.showOutput?${of})`);
  return message;
}
