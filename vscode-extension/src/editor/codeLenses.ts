import { basename } from "node:path";
import {
  CancellationTokenSource,
  CodeLens,
  type CodeLensProvider,
  commands,
  type Disposable,
  EventEmitter,
  languages,
  Range,
  type TextDocument,
  type TextDocumentChangeEvent,
  Uri,
  window,
  workspace,
} from "vscode";
import { type Block, blocksOf, lineAfter, sameBlock } from "../documents/blocks.ts";
import type { Sessions } from "../sessions/sessions.ts";
import { BlockResults, type BlockRun } from "./blockResults.ts";
import { readConfig } from "./config.ts";
import type { CurrentSession } from "./currentSession.ts";
import type { Executing } from "./executing.ts";

/** How many last lines of the output are kept for the result. */
const keptLines = 10;

const example = `# A script of cells: each runs by itself, in the same shell.

# %% Remember something
GREETING="Hello from $PWD"

# %% It is still there
echo "$GREETING"

# %% This one fails
ls /nowhere
`;

/**
 * Offers to run scripts, their cells and the shell fences of Markdown texts where they are, and shows there how that went,
 * until the block's text is another.
 */
export class CodeLenses implements CodeLensProvider, Disposable {
  readonly #sessions: Sessions;
  readonly #current: CurrentSession;
  readonly #executing: Executing;
  readonly #changed = new EventEmitter<void>();
  /** What has been run of each document, by its address; at most one run a block. */
  readonly #runs = new Map<string, BlockRun[]>();
  readonly #results = new BlockResults((uri) => this.#runs.get(uri) ?? []);
  readonly #registrations: Disposable[];
  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(sessions: Sessions, current: CurrentSession, executing: Executing, complain: (error: unknown) => void) {
    this.#sessions = sessions;
    this.#current = current;
    this.#executing = executing;
    const command = (id: string, run: (uri: string, block: Block) => Promise<void> | void) =>
      commands.registerCommand(id, async (uri: string, block: Block) => {
        try {
          await run(uri, block);
        } catch (error) {
          complain(error);
        }
      });
    // For lenses only: without a block there is nothing that they could mean, so the palette does not have them.
    this.#registrations = [
      languages.registerCodeLensProvider([{ language: "shellscript" }, { language: "markdown" }], this),
      command("sandshell.block.run", (uri, block) => this.#run(uri, block)),
      command("sandshell.block.runInNewSession", async (uri, block) =>
        this.#run(uri, block, (await this.#current.another(basename(Uri.parse(uri).path))).id),
      ),
      command("sandshell.block.stop", (uri, block) => this.#runOf(uri, block)?.stopping?.cancel()),
      commands.registerCommand("sandshell.openExample", openExample),
      workspace.onDidChangeTextDocument((change) => this.#follow(change)),
      workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri.toString())),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration("sandshell.codeLens")) {
          this.#changed.fire();
        }
      }),
      this.#results,
      this.#changed,
    ];
  }

  provideCodeLenses(document: TextDocument): CodeLens[] {
    if (!readConfig().codeLens) {
      return [];
    }
    const uri = document.uri.toString();
    const blocks = blocksOf(document.languageId, linesOf(document));
    const hasCells = blocks.some(({ kind }) => kind === "cell");
    return blocks.flatMap((block) => {
      const lens = (title: string, tooltip: string, id: string) =>
        new CodeLens(new Range(block.line, 0, block.line, 0), {
          title,
          tooltip,
          command: `sandshell.block.${id}`,
          arguments: [uri, block],
        });
      if (this.#runOf(uri, block)?.stopping !== undefined) {
        return [lens("■ Stop", "Interrupt what runs here", "stop")];
      }
      return block.kind === "script" && hasCells
        ? [lens("▶ Run All", "Run the whole script in the window's session", "run")]
        : [
            lens("▶ Run", "Run in the window's session", "run"),
            lens("▶ Run in New Session", "Run in a shell of its own", "runInNewSession"),
          ];
    });
  }

  dispose(): void {
    for (const registration of this.#registrations) {
      registration.dispose();
    }
  }

  async #run(uri: string, block: Block, sessionId?: string): Promise<void> {
    if (this.#runOf(uri, block)?.stopping !== undefined) {
      return;
    }
    const stopping = new CancellationTokenSource();
    const run: BlockRun = { block, stopping, result: undefined, lastLines: [] };
    const others = (this.#runs.get(uri) ?? []).filter((other) => !isSame(other.block, block));
    this.#runs.set(uri, [...others, run]);
    this.#show();
    try {
      const watch = { token: stopping.token, showsOutcome: true };
      run.result = await this.#executing.run(block.text, { sessionId }, watch);
      const exec = run.result && this.#sessions.get(run.result.sessionId)?.execs.get(run.result.execId);
      run.lastLines = exec?.lastLines(keptLines) ?? [];
    } catch (error) {
      this.#drop(uri, run);
      throw error;
    } finally {
      run.stopping = undefined;
      stopping.dispose();
      this.#show();
    }
  }

  #runOf(uri: string, block: Block): BlockRun | undefined {
    return this.#runs.get(uri)?.find((run) => isSame(run.block, block));
  }

  /** Runs go where their blocks go, and are gone with their text. */
  #follow({ document, contentChanges }: TextDocumentChangeEvent): void {
    const uri = document.uri.toString();
    const runs = this.#runs.get(uri);
    if (runs === undefined || contentChanges.length === 0) {
      return;
    }
    const blocks = blocksOf(document.languageId, linesOf(document));
    const kept = runs.filter((run) => {
      const line = contentChanges.reduce(
        (at, { range, text }) =>
          lineAfter(at, {
            firstLine: range.start.line,
            isAtLineStart: range.start.character === 0,
            lastLine: range.end.line,
            text,
          }),
        run.block.line,
      );
      const block = sameBlock(blocks, { ...run.block, line });
      run.block = block ?? run.block;
      return block !== undefined;
    });
    this.#runs.set(uri, kept);
    this.#results.show();
  }

  #forget(uri: string): void {
    const running = (this.#runs.get(uri) ?? []).filter(({ stopping }) => stopping !== undefined);
    if (running.length > 0) {
      this.#runs.set(uri, running);
    } else {
      this.#runs.delete(uri);
    }
  }

  #drop(uri: string, run: BlockRun): void {
    this.#runs.set(
      uri,
      (this.#runs.get(uri) ?? []).filter((other) => other !== run),
    );
  }

  #show(): void {
    this.#changed.fire();
    this.#results.show();
  }
}

function isSame(a: Block, b: Block): boolean {
  return a.kind === b.kind && a.line === b.line && a.text === b.text;
}

/** A script to try the lenses with, for the walkthrough. */
async function openExample(): Promise<void> {
  const document = await workspace.openTextDocument({ content: example, language: "shellscript" });
  await window.showTextDocument(document);
}

function linesOf(document: TextDocument): string[] {
  return document.getText().split(/\r?\n/);
}
