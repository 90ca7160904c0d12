// What was found, as rows of a table: a value, its floor from the same run, their ratio, and what it should be.

export class Report {
  rows = [];

  /**
   * @param {object} row name, value, and where they make sense: floor, unit, digits, ratio, target (a text) and isReached
   */
  add({ name, value, floor = null, unit = "", digits = 0, ratio = null, target = null, isReached = null, details = null }) {
    const ownRatio = ratio ?? (floor === null ? null : value / floor);
    this.rows.push({ name, value, floor, unit, digits, ratio: ownRatio, target, isReached, details });
    console.error(`  ${this.#line(this.rows.at(-1)).filter(Boolean).join("  ")}`);
  }

  get misses() {
    return this.rows.filter((row) => row.isReached === false).length;
  }

  table() {
    const lines = [["", "value", "floor", "ratio", "target", "reached"], ...this.rows.map((row) => this.#line(row))];
    const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
    const format = (line) =>
      line
        .map((cell, column) => (column === 0 || column > 3 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
        .join("  ")
        .trimEnd();
    return [format(lines[0]), widths.map((width) => "-".repeat(width)).join("  "), ...lines.slice(1).map(format)].join("\n");
  }

  #line(row) {
    const shown = (value) => (value === null ? "" : `${value.toFixed(row.digits)}${row.unit && ` ${row.unit}`}`);
    return [
      row.name,
      shown(row.value),
      shown(row.floor),
      row.ratio === null ? "" : `${row.ratio.toFixed(2)}x`,
      row.target ?? "",
      row.isReached === null ? "" : row.isReached ? "yes" : "NO",
    ];
  }
}
