import { isUnfinished } from "./unfinished.ts";

/** A fence of a Markdown text, as CommonMark has them. */
export interface Fence {
  /** The line that opens it, from 0. */
  line: number;
  /** The first word of what is behind the opening, in small letters: `bash` of `` ```bash title="x" ``. */
  language: string;
  /** What is in it, without the indentation of the fence. */
  lines: string[];
}

const scripts = new Set(["sh", "bash", "zsh", "shell"]);
const dialogues = new Set(["console", "shell-session", "shellsession"]);

/** How many lines a command of a dialogue has at most: each line asks again whether it has ended. */
const mostLines = 500;

/** How deep quotations may be in each other. */
const deepest = 100;

const quote = /^ {0,3}> ?/;
const listMarker = /^( *(?:[-*+]|\d{1,9}[.)]) {1,4})(?=\S)/;
const opening = /^( *)(`{3,}(?=[^`]*$)|~{3,})\s*(.*)$/;

/** The fences of a text in whatever language, also those in lists and quotations. One that is not closed ends with it. */
export function fencesOf(lines: readonly string[]): Fence[] {
  const fences: Fence[] = [];
  // Where the text of the list's item begins, which a fence in it is indented to.
  let itemIndent = 0;
  for (let at = 0; at < lines.length; at++) {
    const { text: quoted, depth } = unquoted(lines[at] ?? "");
    const marker = listMarker.exec(quoted)?.[1];
    const text = marker === undefined ? quoted : " ".repeat(marker.length) + quoted.slice(marker.length);
    if (marker !== undefined) {
      itemIndent = marker.length;
    } else if (text.trim() !== "" && indentOf(text) === 0) {
      itemIndent = 0;
    }
    const [, indent = "", mark, info = ""] = opening.exec(text) ?? [];
    if (mark === undefined || (indent.length > 3 && (indent.length < itemIndent || indent.length > itemIndent + 3))) {
      continue;
    }
    const inner: string[] = [];
    const fence: Fence = { line: at, language: languageOf(info), lines: inner };
    const container = indent.length >= itemIndent ? itemIndent : 0;
    const closing = new RegExp(`^\\s*\\${mark.charAt(0)}{${mark.length},}\\s*$`);
    for (at++; at < lines.length; at++) {
      const { text: line, depth: lineDepth } = unquoted(lines[at] ?? "", depth);
      if (lineDepth < depth || (line.trim() !== "" && indentOf(line) < container)) {
        // What it is in has ended, and this line is not in it any more.
        at--;
        break;
      }
      if (closing.test(line) && indentOf(line) <= container + 3) {
        break;
      }
      inner.push(line.slice(Math.min(indentOf(line), indent.length)));
    }
    fences.push(fence);
  }
  return fences;
}

/** The shell commands in a fence; undefined where it is in another language, or has none. */
export function shellTextOf({ language, lines }: Fence): string | undefined {
  const text = scripts.has(language)
    ? lines.join("\n")
    : dialogues.has(language)
      ? typedIn(lines).join("\n")
      : undefined;
  return text?.trim() === "" ? undefined : text;
}

/**
 * What is typed in a dialogue with a shell: the lines behind a prompt, `$ ` or root's `# `, and those that continue them,
 * with or without `> `. All else is output. Where there is a `$ `, a `# ` is a comment of the author's.
 */
export function typedIn(lines: readonly string[]): string[] {
  const prompt = lines.some((line) => line.startsWith("$ ")) ? "$ " : "# ";
  const commands: string[] = [];
  let current = "";
  let length = 0;
  for (const line of lines) {
    // npm, for one, begins its output with `> `, so that only an unfinished command is continued.
    if (line.startsWith(prompt)) {
      current = line.slice(prompt.length);
      commands.push(current);
      length = 1;
    } else if (length > 0 && length < mostLines && isUnfinished(current)) {
      const more = /^>( |$)/.test(line) ? line.slice(2) : line;
      current += `\n${more}`;
      commands[commands.length - 1] = current;
      length++;
    } else {
      length = 0;
    }
  }
  return commands;
}

function unquoted(line: string, most = deepest): { text: string; depth: number } {
  let text = line;
  let depth = 0;
  for (let mark = quote.exec(text); mark !== null && depth < most; mark = quote.exec(text)) {
    text = text.slice(mark[0].length);
    depth++;
  }
  return { text, depth };
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function languageOf(info: string): string {
  return (/^\{?\s*\.?([\w+#-]+)/.exec(info)?.[1] ?? "").toLowerCase();
}
