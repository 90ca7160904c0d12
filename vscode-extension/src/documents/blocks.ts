import { cellsOf, textOf } from "./cells.ts";
import { fencesOf, shellTextOf } from "./fences.ts";

/** A stretch of a document that can be run by itself. */
export interface Block {
  kind: "script" | "cell" | "fence";
  /** The line above which it is offered, from 0: a script's first, a cell's border, or what opens a fence. */
  line: number;
  /** What is run. */
  text: string;
}

/** What can be run of a document in a language of the editor's: a script and its cells, or a Markdown text's fences. */
export function blocksOf(languageId: string, lines: readonly string[]): Block[] {
  switch (languageId) {
    case "shellscript":
      return [
        { kind: "script" as const, line: 0, text: lines.join("\n") },
        ...cellsOf(lines).map((cell) => ({
          kind: "cell" as const,
          line: Math.max(0, cell.first - 1),
          text: textOf(lines, cell),
        })),
      ].filter(({ text }) => hasCommand(text));
    case "markdown":
      return fencesOf(lines).flatMap((fence) => {
        const text = shellTextOf(fence);
        return text === undefined || !hasCommand(text) ? [] : [{ kind: "fence" as const, line: fence.line, text }];
      });
    default:
      return [];
  }
}

/** Whether there is more than empty lines and comments. */
function hasCommand(text: string): boolean {
  return text.split("\n").some((line) => !/^\s*(?:#|$)/.test(line));
}

/** An edit, as the editor tells of it: lines from 0, and what came in their place. */
export interface Edit {
  firstLine: number;
  /** Whether it begins before the first line's text. */
  isAtLineStart: boolean;
  lastLine: number;
  text: string;
}

/** Where a line is after an edit. */
export function lineAfter(line: number, edit: Edit): number {
  const added = edit.text.split("\n").length - 1;
  const removed = edit.lastLine - edit.firstLine;
  const isPushed = edit.firstLine < line || (edit.firstLine === line && edit.isAtLineStart && removed === 0);
  return isPushed ? Math.max(edit.firstLine, line + added - removed) : line;
}

/** The block that one has become: of the same kind and text, and nearest to where that has gone. */
export function sameBlock(blocks: readonly Block[], { kind, line, text }: Block): Block | undefined {
  return blocks
    .filter((block) => block.kind === kind && block.text === text)
    .sort((a, b) => Math.abs(a.line - line) - Math.abs(b.line - line))[0];
}
