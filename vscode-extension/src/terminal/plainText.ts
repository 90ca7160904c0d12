/** Escape sequences as ECMA-48 has them: CSI, the strings (OSC, DCS, SOS, PM, APC) up to their end, and the short ones. */
const escapes = /\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\|$)|\x1b[ -/]*[0-~]|\x1b$/g;

/** The same with no escape sequence in it. */
export function stripEscapes(text: string): string {
  return text.replace(escapes, "");
}

/** What a terminal has been sent, as a text for an editor: without escape sequences, and with what a line was last. */
export function withoutEscapes(text: string): string {
  return text.replace(escapes, "").replace(/\r+\n/g, "\n").split("\n").map(lastVersion).join("\n");
}

/** Programs that show their progress write a line again and again from its beginning; the last one counts. */
function lastVersion(line: string): string {
  const versions = line.split("\r").filter((version) => version !== "");
  let shown = versions.pop() ?? "";
  for (const earlier of versions.reverse()) {
    // What is shorter leaves the rest of what was there before.
    if (earlier.length > shown.length) {
      shown += earlier.slice(shown.length);
    }
  }
  return shown.includes("\b") ? withBackspaces(shown) : shown;
}

function withBackspaces(line: string): string {
  const cells: string[] = [];
  let at = 0;
  for (const character of line) {
    if (character === "\b") {
      at = Math.max(0, at - 1);
    } else {
      cells[at++] = character;
    }
  }
  return cells.join("");
}
