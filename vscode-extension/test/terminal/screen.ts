// A terminal's screen as text, in the format that test-fixtures/README.md defines.

import unicode11 from "@xterm/addon-unicode11";
import xterm, { type IBufferCell, type IBufferLine, type Terminal } from "@xterm/headless";

export interface Size {
  rows: number;
  cols: number;
}

/** A terminal with no window, and the title that it was given last. */
export class HeadlessTerminal {
  readonly #terminal: Terminal;
  #title = "";

  constructor(size: Size) {
    this.#terminal = new xterm.Terminal({ ...size, allowProposedApi: true, scrollback: 1000 });
    this.#terminal.loadAddon(new unicode11.Unicode11Addon());
    this.#terminal.unicode.activeVersion = "11";
    this.#terminal.onTitleChange((title) => {
      this.#title = title;
    });
  }

  /** What the terminal says by itself, such as answers to questions about it. */
  onReply(listener: (text: string) => void): void {
    this.#terminal.onData(listener);
  }

  /** Resolves when it has been drawn. */
  write(output: string | Uint8Array): Promise<void> {
    return new Promise((resolve) => this.#terminal.write(output, resolve));
  }

  resize(size: Size): void {
    this.#terminal.resize(size.cols, size.rows);
  }

  /** The characters alone. */
  get text(): string {
    return this.#lines()
      .map((line) => line.translateToString(true))
      .join("\n");
  }

  get screen(): string {
    const { rows, cols, buffer } = this.#terminal;
    const lines = this.#lines();
    const shown = lines.map((line, y) => describeLine(line, y));
    const last = shown.findLastIndex((_, y) => shown[y]?.some((part) => part !== `${String(y + 1).padStart(4)}|`));
    return `${[
      `size ${rows} ${cols}`,
      `cursor ${buffer.active.cursorY + 1} ${Math.min(buffer.active.cursorX + 1, cols)}`,
      ...(this.#title === "" ? [] : [`title ${this.#title}`]),
      ...this.modes.map((mode) => `mode ${mode}`),
      ...shown.slice(0, last + 1).flat(),
    ].join("\n")}\n`;
  }

  /** How it is now, but for what is so at first. */
  get modes(): string[] {
    const { modes, buffer } = this.#terminal;
    const known: Record<string, boolean> = {
      "alternate-screen": buffer.active.type === "alternate",
      "application-cursor-keys": modes.applicationCursorKeysMode,
      "application-keypad": modes.applicationKeypadMode,
      "bracketed-paste": modes.bracketedPasteMode,
      "focus-events": modes.sendFocusMode,
      insert: modes.insertMode,
      [`mouse-${modes.mouseTrackingMode}`]: modes.mouseTrackingMode !== "none",
      "no-wrap": !modes.wraparoundMode,
      origin: modes.originMode,
    };
    return Object.keys(known).filter((mode) => known[mode]);
  }

  #lines(): IBufferLine[] {
    const { active } = this.#terminal.buffer;
    return Array.from({ length: this.#terminal.rows }, (_, y) => active.getLine(active.baseY + y) as IBufferLine);
  }
}

/** A row's text, and below it the runs of cells that are not plain. */
function describeLine(line: IBufferLine, y: number): string[] {
  const text = line.translateToString(true);
  const runs: { from: number; to: number; style: string }[] = [];
  for (let x = 0; x < line.length; x++) {
    const cell = line.getCell(x) as IBufferCell;
    const style = styleOf(cell);
    const run = runs.at(-1);
    if (style !== "" && run !== undefined && run.to === x && run.style === style) {
      run.to = x + 1;
    } else if (style !== "") {
      runs.push({ from: x + 1, to: x + 1, style });
    }
  }
  const row = `${String(y + 1).padStart(4)}${line.isWrapped ? "+" : "|"}${text}`.trimEnd();
  return [row, ...runs.map(({ from, to, style }) => `    : ${from === to ? from : `${from}-${to}`} ${style}`)];
}

function styleOf(cell: IBufferCell): string {
  const flags: [string, number | boolean][] = [
    ["bold", cell.isBold()],
    ["dim", cell.isDim()],
    ["italic", cell.isItalic()],
    ["underline", cell.isUnderline()],
    ["blink", cell.isBlink()],
    ["inverse", cell.isInverse()],
    ["invisible", cell.isInvisible()],
    ["strikethrough", cell.isStrikethrough()],
    ["overline", cell.isOverline()],
  ];
  const words = flags.filter(([, isSet]) => isSet).map(([word]) => word);
  if (!cell.isFgDefault()) {
    words.push(`fg=${colour(cell.isFgRGB(), cell.getFgColor())}`);
  }
  if (!cell.isBgDefault()) {
    words.push(`bg=${colour(cell.isBgRGB(), cell.getBgColor())}`);
  }
  return words.join(" ");
}

function colour(isRgb: boolean, value: number): string {
  return isRgb ? `#${value.toString(16).padStart(6, "0")}` : String(value);
}
