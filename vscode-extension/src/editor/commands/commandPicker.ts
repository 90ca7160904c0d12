import { type QuickPickItem, QuickPickItemKind, window } from "vscode";
import type { HistoryEntry } from "../../protocol.ts";
import { outcome, shortCommand } from "../../sessions/execView.ts";
import { withoutIcons } from "../labels.ts";
import type { Sandshell } from "../sandshell.ts";

/** How many earlier commands one search offers, and how many there are at most while the list is open. */
const offered = 100;
const mostKnown = 1_000;

/** How long the user may type before the history is searched for it. */
const searchAfterMs = 150;

interface CommandItem extends QuickPickItem {
  command: string;
}

/** Asks for a command: what is typed, or one of those that have been run. Undefined where the user thinks better of it. */
export async function askCommand(sandshell: Sandshell, title = "Execute Command"): Promise<string | undefined> {
  const name = sandshell.current.view?.session.name;
  return pick(sandshell, {
    title: name === undefined ? title : `${title} in ${name}`,
    placeholder: "A command for the session's shell; earlier ones are below",
    takesTyped: true,
  });
}

/** Searches all that has been run, in every session. */
export async function askHistory(sandshell: Sandshell): Promise<string | undefined> {
  return pick(sandshell, {
    title: "Search History",
    placeholder: "Words of a command that has been run; Enter runs it again",
    takesTyped: false,
  });
}

/**
 * The window knows an item by its place, and may show a list, and take Enter for it, that is no longer the one that is
 * here. So what has been run stays in its place while the list is open, and is taken beside a typed text only where the
 * window has said before that it shows that.
 */
function pick(
  sandshell: Sandshell,
  { title, placeholder, takesTyped }: { title: string; placeholder: string; takesTyped: boolean },
): Promise<string | undefined> {
  const picker = window.createQuickPick<CommandItem>();
  picker.title = title;
  picker.placeholder = placeholder;
  const typed: CommandItem = { label: "", command: "", alwaysShow: true };
  const known = new Map<string, CommandItem>();
  let isTypedShown = false;
  let timer: NodeJS.Timeout | undefined;
  let searches = 0;

  const text = () => picker.value.trim();
  const offer = () => {
    // Where nothing is typed, its place is a line that cannot be seen.
    typed.kind = text() === "" ? QuickPickItemKind.Separator : QuickPickItemKind.Default;
    typed.label = text() === "" ? "" : `$(play) ${withoutIcons(text())}`;
    const words = text().toLowerCase().split(/\s+/);
    for (const item of known.values()) {
      // The editor finds text that stands in the label, and the history words that stand anywhere.
      item.alwaysShow = text() !== "" && words.every((word) => item.command.toLowerCase().includes(word));
    }
    const active = picker.activeItems;
    picker.items = takesTyped ? [typed, ...known.values()] : [...known.values()];
    if (active.length > 0) {
      picker.activeItems = active;
    }
  };
  const search = async () => {
    const mine = ++searches;
    const entries = await sandshell.sessions.history(text(), offered).catch((): HistoryEntry[] => []);
    for (const entry of entries) {
      if (!known.has(entry.command) && known.size < mostKnown) {
        known.set(entry.command, itemOf(entry));
      }
    }
    if (mine === searches) {
      offer();
      picker.busy = false;
    }
  };
  return new Promise((resolve) => {
    picker.onDidChangeValue(() => {
      isTypedShown = false;
      offer();
      if (takesTyped && text() !== "") {
        picker.activeItems = [typed];
      }
      clearTimeout(timer);
      timer = setTimeout(search, searchAfterMs);
    });
    picker.onDidChangeActive(([active]) => {
      isTypedShown ||= active === typed;
    });
    picker.onDidAccept(() => {
      const [chosen] = picker.selectedItems;
      const isTyped = takesTyped && text() !== "" && (chosen === undefined || chosen === typed || !isTypedShown);
      const command = isTyped ? picker.value : chosen?.command;
      if (command) {
        resolve(command);
        picker.hide();
      }
    });
    picker.onDidHide(() => {
      clearTimeout(timer);
      resolve(undefined);
      picker.dispose();
    });
    offer();
    picker.busy = true;
    picker.show();
    void search();
  });
}

function itemOf(entry: HistoryEntry): CommandItem {
  return {
    label: withoutIcons(shortCommand(entry.command, 100)),
    description: outcome({ ...entry, signal: null, timedOut: false }),
    detail: withoutIcons(entry.cwd),
    command: entry.command,
  };
}
