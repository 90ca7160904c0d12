/** After how many characters the screen is asked how far it is. */
const askAfter = 32 * 1024;

/** How many such questions may be open, so that the screen has something to do while an answer is on its way. */
const mostOpen = 4;

/** How long a screen that does not say how far it is holds up what comes: it may not be shown anywhere. */
const patienceMs = 2_000;

/** How much of the end of what was written is looked at for a sequence that has not ended. */
const keptTail = 4_096;

/** A request that a terminal answers at once, and the answer: "how are you", "well" (DSR 5 of ECMA-48). */
const question = "\x1b[5n";
const answer = "\x1b[0n";

const insideSequence = /\x1b(?:\[[0-?]*[ -/]*|[\]PX^_][^\x07\x1b]*\x1b?|[ -/]*)?$/;

/**
 * Writes to a terminal no faster than that takes it in, and tells how much it has taken. The editor's own interface has no
 * way to know; but a terminal answers a question only once it has read all that came before it.
 */
export class PacedScreen {
  readonly #write: (text: string) => void;
  readonly #taken: (bytes: number) => void;
  readonly #waiting: { text: string; bytes: number }[] = [];
  /** Who gets the answers that are still to come: a number of bytes for us, undefined for a program. */
  readonly #asked: (number | undefined)[] = [];
  #tail = "";
  #sinceAsked = 0;
  #bytesSinceAsked = 0;
  /** Questions of ours that are still waited for. */
  #open = 0;
  #timer: NodeJS.Timeout | undefined;

  /**
   * @param write to the terminal
   * @param taken told of the bytes that belong to what the terminal has taken in
   */
  constructor(write: (text: string) => void, taken: (bytes: number) => void) {
    this.#write = write;
    this.#taken = taken;
  }

  /** Shows a text, which so many bytes are to be acknowledged for. */
  show(text: string, bytes: number): void {
    this.#waiting.push({ text, bytes });
    this.#pump();
  }

  /** What the terminal says, without what it says to us. */
  heard(data: string): string {
    let rest = "";
    let from = 0;
    for (let at = data.indexOf(answer); at >= 0 && this.#asked.length > 0; at = data.indexOf(answer, from)) {
      rest += data.slice(from, at);
      from = at + answer.length;
      const bytes = this.#asked.shift();
      if (bytes === undefined) {
        rest += answer;
      } else {
        this.#answered(bytes);
      }
    }
    return rest + data.slice(from);
  }

  /** Nothing more is shown: everything counts as taken. */
  dispose(): void {
    clearTimeout(this.#timer);
    const untaken = this.#asked.reduce<number>((sum, bytes) => sum + (bytes ?? 0), this.#bytesSinceAsked);
    const waiting = this.#waiting.reduce((sum, { bytes }) => sum + bytes, 0);
    this.#asked.length = 0;
    this.#waiting.length = 0;
    this.#taken(untaken + waiting);
  }

  get #isWaiting(): boolean {
    return this.#open >= mostOpen;
  }

  #pump(): void {
    while (!this.#isWaiting) {
      const next = this.#waiting.shift();
      if (next === undefined) {
        return;
      }
      this.#write(next.text);
      for (let at = next.text.indexOf(question); at >= 0; at = next.text.indexOf(question, at + 1)) {
        this.#asked.push(undefined);
      }
      this.#tail = (this.#tail + next.text.slice(-keptTail)).slice(-keptTail);
      this.#sinceAsked += next.text.length;
      this.#bytesSinceAsked += next.bytes;
      if (this.#sinceAsked < askAfter) {
        this.#taken(this.#bytesSinceAsked);
        this.#bytesSinceAsked = 0;
      } else if (!insideSequence.test(this.#tail)) {
        this.#ask();
      }
    }
  }

  #ask(): void {
    this.#asked.push(this.#bytesSinceAsked);
    this.#sinceAsked = 0;
    this.#bytesSinceAsked = 0;
    this.#open++;
    this.#watch();
    this.#write(question);
  }

  /** Patience begins anew with each sign of life. */
  #watch(): void {
    clearTimeout(this.#timer);
    this.#timer = this.#open > 0 ? setTimeout(() => this.#giveUp(), patienceMs) : undefined;
  }

  /** The answers may still come, and are not the program's then. */
  #giveUp(): void {
    const bytes = this.#asked.reduce<number>((sum, each) => sum + (each ?? 0), 0);
    for (const [i, each] of this.#asked.entries()) {
      this.#asked[i] = each === undefined ? undefined : 0;
    }
    this.#open = 0;
    this.#goOn(bytes);
  }

  #answered(bytes: number): void {
    this.#open = Math.max(0, this.#open - 1);
    this.#goOn(bytes);
  }

  #goOn(bytes: number): void {
    this.#watch();
    this.#taken(bytes);
    this.#pump();
  }
}
