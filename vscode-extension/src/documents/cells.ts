/** A stretch of lines, both ends included, from 0. */
export interface LineRange {
  first: number;
  last: number;
}

const border = /^\s*#\s*%%/;

/** The cells of a script: what is between lines that begin with `# %%`. None where there is no such line. */
export function cellsOf(lines: readonly string[]): LineRange[] {
  const borders = lines.flatMap((line, i) => (border.test(line) ? [i] : []));
  const [firstBorder] = borders;
  if (firstBorder === undefined) {
    return [];
  }
  const starts = lines.slice(0, firstBorder).some((line) => line.trim() !== "" && !line.startsWith("#!"))
    ? [-1, ...borders]
    : borders;
  return starts.map((start, i) => ({ first: start + 1, last: (starts[i + 1] ?? lines.length) - 1 }));
}

/** The cell that a line is in; its own border belongs to it. The whole script where it has no cells. */
export function cellAt(lines: readonly string[], line: number): LineRange {
  const cells = cellsOf(lines);
  return cells.findLast(({ first }) => first - 1 <= line) ?? cells[0] ?? { first: 0, last: lines.length - 1 };
}

export function textOf(lines: readonly string[], { first, last }: LineRange): string {
  return lines.slice(first, last + 1).join("\n");
}
