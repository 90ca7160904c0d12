import { expect, it } from "vitest";
import { cellAt, cellsOf, textOf } from "../../src/documents/cells.ts";

const script = ["#!/bin/bash", "set -e", "# %% first", "one", "  # %%", "two", "three"];

it("cuts a script at its borders", () => {
  expect(cellsOf(script)).toEqual([
    { first: 0, last: 1 },
    { first: 3, last: 3 },
    { first: 5, last: 6 },
  ]);
  expect(cellsOf(["#!/bin/sh", "", "# %%", "one"])).toEqual([{ first: 3, last: 3 }]);
  expect(cellsOf(["no cells"])).toEqual([]);
});

it.each([
  [0, "#!/bin/bash\nset -e"],
  [2, "one"],
  [3, "one"],
  [6, "two\nthree"],
])("finds the cell of line %d", (line, text) => {
  expect(textOf(script, cellAt(script, line))).toBe(text);
});

it("takes the whole script where it has no cells", () => {
  expect(textOf(["a", "b"], cellAt(["a", "b"], 1))).toBe("a\nb");
});
