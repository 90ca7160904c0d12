import { withoutReplies } from "./replies.ts";

/** After how many characters the screen is asked how far it is. Each question is some messages back and forth. */
const askAfter = 48 * 1024;

/**
 * How many characters may be under way, so that the screen has something to do while an answer is: what the editor allows
 * its own terminals. The extension host holds each of them several times, as text and in messages.
 */
const mostUnderWay = 96 * 1024;

/** How long a screen that does not say how far it is holds up what comes: it may not be shown anywhere. */
const patienceMs = 2_000;

/** How much of the end of what was written is looked at for a sequence that has not ended. */
const keptTail = 4_096;

/** A request that a terminal answers at once, and the answer: "how are you", "well" (DSR 5 of ECMA-48). */
const question = "\x1b[5n";
const answer = "\x1b[0n";

/** A question that is still to be answered. */
interface Asked {
  /** How many characters have been written when it is; `undefined` for a question that is not ours. */
  characters: number | undefined;
  /** Whether what has been before is written again. */
  isAgain: boolean;
}

const insideSequence = /\x1b(?:\[[0-?]*[ -/]*|[\]PX^_][^\x07\x1b]*\x1b?|[ -/]*)?$/;

/**
 * Writes to a terminal no further ahead of what that has taken in than a bound, and tells what it has written. The
 * editor's own interface has no way to know; but a terminal answers a question only once it has read all that came before.
 */
export class PacedScreen {
  readonly #write: (text: string) => void;
  readonly #written: (bytes: number) => void;
  readonly #waiting: { text: string; bytes: number; isAgain: boolean }[] = [];
  readonly #asked: Asked[] = [];
  /** Whether something has been written again since it was asked last. */
  #isAgain = false;
  #tail = "";
  #sinceAsked = 0;
  /** The characters that answers are still waited for. */
  #underWay = 0;
  #timer: NodeJS.Timeout | undefined;

  /**
   * @param write to the terminal
   * @param written told of the bytes that belong to what has been written, so that more may come
   */
  constructor(write: (text: string) => void, written: (bytes: number) => void) {
    this.#write = write;
    this.#written = written;
  }

  /**
   * Shows a text, which so many bytes are to be acknowledged for.
   *
   * @param isAgain whether it has been shown before, so that what it asks has been answered
   */
  show(text: string, bytes: number, isAgain = false): void {
    this.#waiting.push({ text, bytes, isAgain });
    this.#pump();
  }

  /** What the terminal says, without what it says to us, and without the answers to what is shown again. */
  heard(data: string): string {
    let rest = "";
    let from = 0;
    for (let at = data.indexOf(answer); at >= 0; at = data.indexOf(answer, from)) {
      const said = this.#said(data.slice(from, at));
      const asked = this.#asked.shift();
      if (asked === undefined) {
        break;
      }
      rest += said;
      from = at + answer.length;
      if (asked.characters !== undefined) {
        this.#goOn(this.#underWay - asked.characters);
      } else if (!asked.isAgain) {
        rest += answer;
      }
    }
    return rest + this.#said(data.slice(from));
  }

  #said(text: string): string {
    return this.#isAgain || this.#asked.some(({ isAgain }) => isAgain) ? withoutReplies(text) : text;
  }

  /** Nothing more is shown: everything counts as written. */
  dispose(): void {
    clearTimeout(this.#timer);
    const bytes = this.#waiting.reduce((sum, waiting) => sum + waiting.bytes, 0);
    this.#asked.length = 0;
    this.#waiting.length = 0;
    this.#written(bytes);
  }

  #pump(): void {
    while (this.#underWay < mostUnderWay) {
      const next = this.#waiting[0];
      if (this.#isAgain && !next?.isAgain && !insideSequence.test(this.#tail)) {
        this.#ask();
        continue;
      }
      if (next === undefined) {
        return;
      }
      this.#waiting.shift();
      this.#isAgain ||= next.isAgain && next.text !== "";
      this.#write(next.text);
      for (let at = next.text.indexOf(question); at >= 0; at = next.text.indexOf(question, at + 1)) {
        this.#asked.push({ characters: undefined, isAgain: next.isAgain });
      }
      const end = next.text.slice(-keptTail);
      // A flood is not to be copied for its end.
      this.#tail = end.length === keptTail ? end : (this.#tail + end).slice(-keptTail);
      this.#sinceAsked += next.text.length;
      if (this.#sinceAsked >= askAfter && !insideSequence.test(this.#tail)) {
        this.#ask();
      }
      this.#written(next.bytes);
    }
  }

  #ask(): void {
    this.#asked.push({ characters: this.#sinceAsked, isAgain: this.#isAgain });
    this.#isAgain = false;
    this.#underWay += this.#sinceAsked;
    this.#sinceAsked = 0;
    this.#watch();
    this.#write(question);
  }

  /** Patience begins anew with each sign of life. The answers that it is lost over may still come, and are ours then. */
  #watch(): void {
    clearTimeout(this.#timer);
    this.#timer = this.#underWay > 0 ? setTimeout(() => this.#goOn(0), patienceMs) : undefined;
  }

  #goOn(underWay: number): void {
    this.#underWay = Math.max(0, underWay);
    this.#watch();
    this.#pump();
  }
}
