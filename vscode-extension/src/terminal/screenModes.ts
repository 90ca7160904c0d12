/** A whole control sequence of those that change how a terminal is, or the two characters that do. */
const sequences = /\x1b(?:\[([0-?]*)([ -/]*)([@-~])|([=>c])|([()])([0-~]))|[\x0e\x0f]/g;

/** One that goes on in the next piece. */
const unended = /\x1b(?:\[[0-?]*[ -/]*|[()])?$/;

/** More than any program sets at once; what is longer is none. */
const mostUnended = 64;

/** More modes than all terminals have together. */
const mostChanged = 256;

/** What a terminal does by itself: it breaks lines, repeats keys, shows its cursor, and has a Meta key. */
const onAtFirst = new Set(["?7", "?8", "?25", "?1034"]);

/** Another screen; what is kept for each screen alone goes with it. */
const otherScreens = ["?47", "?1047", "?1049"];

/**
 * What programs have made of a terminal and not taken back: another screen, the mouse, a hidden cursor, other codes for
 * keys, a region that scrolls. Colours are left out, since whoever writes next begins without them anyway. Follows what is
 * shown, also across the borders of pieces, and keeps no more than the kinds below.
 */
export class ScreenModes {
  /** What takes each change back, by what has changed. */
  readonly #changed = new Map<string, string>();
  #unended = "";
  /** How often a program has pushed its own codes for keys on the main screen. */
  #keyboards = 0;

  /** Follows what is shown. */
  shown(piece: string): void {
    const text = this.#unended + piece;
    for (const [whole, given = "", between, kind, short, set, characters] of text.matchAll(sequences)) {
      if (kind !== undefined) {
        this.#control(given, `${between}${kind}`);
      } else if (set !== undefined) {
        this.#note(set, characters !== "B", `\x1b${set}B`);
      } else if (short === "c") {
        this.#changed.clear();
        this.#keyboards = 0;
      } else if (short !== undefined) {
        this.#note("keypad", short === "=", "\x1b>");
      } else {
        this.#note("shift", whole === "\x0e", "\x0f");
      }
    }
    this.#unended = unended.exec(text.slice(-mostUnended))?.[0] ?? "";
  }

  /** Whether a program has the whole of the terminal, as an editor or a pager has. */
  get isOnOtherScreen(): boolean {
    return otherScreens.some((screen) => this.#changed.has(screen));
  }

  /** What takes all of it back; empty where there is nothing to take back. */
  get undo(): string {
    // First back to the main screen: the cursor that it brings back is to stay where it is.
    const screens = otherScreens.map((screen) => this.#changed.get(screen) ?? "");
    const others = [...this.#changed].filter(([what]) => !otherScreens.includes(what)).map(([, undo]) => undo);
    return [...screens, ...others, this.#keyboards > 0 ? `\x1b[<${this.#keyboards}u` : ""].join("");
  }

  #control(given: string, kind: string): void {
    const isPlain = /^[0-;]*$/.test(given);
    if (kind === "h" || kind === "l") {
      this.#modes(given, kind === "h");
    } else if (kind === "m" && given.startsWith(">4")) {
      this.#note("modifyOtherKeys", !/^>4(;0?)?$/.test(given), "\x1b[>4m");
    } else if (kind === "r" && isPlain) {
      // It moves the cursor too.
      this.#note("margins", given !== "", "\x1b7\x1b[r\x1b8");
    } else if (kind === " q" && isPlain) {
      this.#note("cursor", given !== "" && given !== "0", "\x1b[0 q");
    } else if (kind === "u" && !this.isOnOtherScreen) {
      this.#keyboard(given);
    }
  }

  #modes(given: string, isOn: boolean): void {
    const mark = given.startsWith("?") ? "?" : "";
    for (const number of given.slice(mark.length).split(";")) {
      if (/^[0-9]{1,5}$/.test(number)) {
        const mode = `${mark}${Number(number)}`;
        this.#note(mode, isOn !== onAtFirst.has(mode), `\x1b[${mode}${isOn ? "l" : "h"}`);
      }
    }
  }

  #keyboard(given: string): void {
    if (given.startsWith(">")) {
      this.#keyboards++;
    } else if (given.startsWith("<")) {
      const count = given.slice(1);
      this.#keyboards -= Math.min(this.#keyboards, /^[0-9]{1,5}$/.test(count) ? Number(count) : 1);
    }
  }

  #note(what: string, isChanged: boolean, undo: string): void {
    if (!isChanged) {
      this.#changed.delete(what);
    } else if (this.#changed.size < mostChanged && !this.#changed.has(what)) {
      this.#changed.set(what, undo);
    }
  }
}
