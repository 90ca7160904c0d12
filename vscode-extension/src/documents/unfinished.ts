const hereDocument = /(?<!<)<<(-?)\s*(['"\\]?)([A-Za-z_]\w*)/g;
const openEnd = /(?:\||&&|[({])\s*$|(?:^|[\s;])(?:do|then|else|elif|in)\s*$/;
const blockStart = /(?:^|[;&|({\n]|\b(?:do|then|else)\s)\s*(?:if|case|for|while|until|select)(?=\s)/g;
const blockEnd = /(?:^|[;&|\s])(?:fi|esac|done)(?=$|[\s;&|)<>])/g;

/**
 * Whether a shell would ask for more lines of a command. It goes by quotes, brackets, here-documents and the words of
 * blocks, which is right for what documents show; it is no parser.
 */
export function isUnfinished(command: string): boolean {
  const documents = [...command.matchAll(hereDocument)];
  if (documents.length > 0) {
    const lines = command.split("\n").slice(1);
    return documents.some(
      ([, tabs, , word]) => !lines.some((line) => (tabs === "-" ? line.replace(/^\t+/, "") : line) === word),
    );
  }
  const bare = withoutQuotes(command);
  return (
    bare === undefined ||
    openEnd.test(bare) ||
    count(bare, blockStart) > count(bare, blockEnd) ||
    count(bare, /[({]/g) > count(bare, /[)}]/g)
  );
}

/** The command without what is quoted and without comments; undefined where a quote, or a line, has no end. */
function withoutQuotes(command: string): string | undefined {
  let bare = "";
  for (let at = 0; at < command.length; at++) {
    const character = command.charAt(at);
    if (character === "\\") {
      if (at === command.length - 1) {
        return undefined;
      }
      at++;
    } else if (character === "'" || character === '"') {
      const end = endOfQuote(command, at);
      if (end < 0) {
        return undefined;
      }
      bare += "_";
      at = end;
    } else if (character === "#" && /(?:^|[\s;&|(])$/.test(bare)) {
      const end = command.indexOf("\n", at);
      at = end < 0 ? command.length : end - 1;
    } else {
      bare += character;
    }
  }
  return bare;
}

function endOfQuote(command: string, start: number): number {
  const mark = command.charAt(start);
  for (let at = start + 1; at < command.length; at++) {
    if (mark === '"' && command.charAt(at) === "\\") {
      at++;
    } else if (command.charAt(at) === mark) {
      return at;
    }
  }
  return -1;
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}
