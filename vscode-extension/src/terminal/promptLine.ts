import { withoutEscapes } from "./plainText.ts";

/** What a prompt's painting may take before it is not followed any more, in characters. */
const mostPainting = 64 * 1024;

/** A mark of the shell's (OSC 133): a prompt begins, a command runs; or the whole screen is cleared. */
const turns = /\x1b\]133;([AC])[^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[[23]J/g;
const clearing = /^(?:[\r\n\b]|\x1b\[[0-9]{0,3}[ABCDKJ])+/;
const moving = /\x1b\[[0-9;]*[A-HJSTdf]|\x1b[78M]/;
/** Where a line is cleared and painted again, what was there before does not matter. */
const lastClearing = /^[\s\S]*\r\x1b\[[0-9]?[KJ]\r?/;

/**
 * Follows a shell's prompt, and what is half typed there, through what its terminal is sent: so that it can be taken off
 * the screen while something else is shown, and be put back.
 */
export class PromptLine {
  #painting: string | undefined;

  /** Whether the shell is at its prompt, as far as that could be followed. */
  get isShown(): boolean {
    return this.#painting !== undefined;
  }

  /** What paints it again, from the beginning of a line on. */
  get painting(): string {
    return this.#painting ?? "";
  }

  /** The terminal has been sent this. */
  sent(text: string): void {
    let from = 0;
    for (const turn of text.matchAll(turns)) {
      if (turn[1] === "A") {
        this.#painting = "";
        from = turn.index;
      } else if (turn[1] === "C") {
        this.#painting = undefined;
      } else if (this.#painting !== undefined) {
        this.#painting = "";
        from = turn.index + turn[0].length;
      }
    }
    if (this.#painting !== undefined) {
      this.#painting += text.slice(from);
      if (this.#painting.length > mostPainting) {
        this.#painting = undefined;
      }
    }
  }

  /** The shell has left its line to a command that has the terminal, and will paint it anew, without its marks. */
  left(): void {
    if (this.#painting !== undefined) {
      this.#painting = "\x1b]133;A\x07\x1b]133;B\x07";
    }
  }

  /** Whether this does nothing but take the prompt off the screen. */
  isClearing(text: string): boolean {
    return this.isShown && clearing.exec(text)?.[0] === text;
  }

  /** Whether this paints the prompt, and is nothing that a program says. */
  isPainting(text: string): boolean {
    return this.isShown && (clearing.test(text) || text.includes("\x1b]133;A"));
  }

  /** What takes it off a screen so wide, and leaves the cursor at the beginning of a line. */
  erasing(columns: number): string {
    const line = this.painting.replace(lastClearing, "");
    const rows = withoutEscapes(line)
      .split("\n")
      .map((row) => Math.max(1, Math.ceil(widthOf(row) / columns)));
    const height = rows.reduce((sum, each) => sum + each, 0);
    if (height === 1) {
      return "\r\x1b[J";
    }
    // Where the cursor has been moved about, its row is not known.
    return moving.test(line) ? "\r\n" : `\r\x1b[${height - 1}A\x1b[J`;
  }
}

/** At most this many cells: what is not ASCII may take two. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    width += (character.codePointAt(0) ?? 0) < 0x300 ? 1 : 2;
  }
  return width;
}
