import type { ExecOutcome } from "../api.ts";
import { withoutEscapes } from "../terminal/plainText.ts";
import { duration, outcome } from "./execView.ts";

/** The least that is shown of a stream, whatever the budget is. */
const leastShown = 200;

/** How a command ended, and what it printed, as a text of about so many characters for a reader who cannot ask again. */
export function report(
  end: ExecOutcome,
  { timeoutMs, hasOwnFolder, mostCharacters }: { timeoutMs: number; hasOwnFolder: boolean; mostCharacters: number },
): string {
  const streams = (["stdout", "stderr"] as const)
    .map((name) => ({ name, text: withoutEscapes(end[name]).trimEnd() }))
    .filter(({ text }) => text !== "");
  const head = [
    end.timedOut
      ? `Timed out after ${duration(timeoutMs)} and was stopped; exit code ${end.exitCode ?? "unknown"}.`
      : `Command ended: ${outcome(end)}.`,
    ...(hasOwnFolder ? [] : [`The session is now in ${end.cwd}`]),
    ...(end.truncated ? ["Some output in the middle was too much to be kept."] : []),
    ...(streams.length === 0 ? ["No output."] : []),
  ];
  return [...head, ...shares(streams, mostCharacters)].join("\n");
}

/** A stream that is short leaves its rest to the other. */
function shares(streams: { name: string; text: string }[], mostCharacters: number): string[] {
  let left = mostCharacters;
  const byLength = [...streams].sort((a, b) => a.text.length - b.text.length);
  const shown = new Map<string, string>();
  byLength.forEach(({ name, text }, i) => {
    const cut = headAndTail(text, Math.max(leastShown, Math.floor(left / (byLength.length - i))));
    left -= cut.length;
    shown.set(name, `\n--- ${name} ---\n${cut}`);
  });
  return streams.map(({ name }) => shown.get(name) ?? "");
}

/** The text where it is short enough, or else its beginning, how much is left out, and its end, where that says most. */
export function headAndTail(text: string, most: number): string {
  if (text.length <= most) {
    return text;
  }
  const head = upToLine(text.slice(0, Math.floor(most / 3)));
  const tail = fromLine(text.slice(text.length - (most - Math.floor(most / 3))));
  const left = text.slice(head.length, text.length - tail.length);
  const lines = left.split("\n").length - 1;
  return `${head}[… ${left.length} characters${lines > 1 ? `, ${lines} lines` : ""} left out …]\n${tail}`;
}

/** Whole lines where there are any, and no half of a character. */
function upToLine(text: string): string {
  const end = text.lastIndexOf("\n");
  return end > text.length / 2 ? text.slice(0, end + 1) : `${text.replace(/[\uD800-\uDBFF]$/, "")}`;
}

function fromLine(text: string): string {
  const start = text.indexOf("\n");
  return start >= 0 && start < text.length / 2 ? text.slice(start + 1) : text.replace(/^[\uDC00-\uDFFF]/, "");
}
