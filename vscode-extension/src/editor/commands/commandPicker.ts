import { type QuickPickItem, window } from "vscode";
import type { HistoryEntry } from "../../protocol.ts";
import { outcome, shortCommand } from "../../sessions/execView.ts";
import type { Sandshell } from "../sandshell.ts";

/** How many earlier commands are offered. */
const offered = 100;

/** How long the user may type before the history is searched for it. */
const searchAfterMs = 150;

interface CommandItem extends QuickPickItem {
  command: string;
}

/** Asks for a command: what is typed, or one of those that have been run. Undefined where the user thinks better of it. */
export async function askCommand(sandshell: Sandshell): Promise<string | undefined> {
  const name = sandshell.current.view?.session.name;
  return pick(sandshell, {
    title: name === undefined ? "Execute Command" : `Execute Command in ${name}`,
    placeholder: "A command for the session's shell; earlier ones are below",
    takesTyped: true,
  });
}

/** Searches all that has been run, in every session. */
export async function askHistory(sandshell: Sandshell): Promise<string | undefined> {
  return pick(sandshell, {
    title: "Search History",
    placeholder: "Words of a command that has been run",
    takesTyped: false,
  });
}

function pick(
  sandshell: Sandshell,
  { title, placeholder, takesTyped }: { title: string; placeholder: string; takesTyped: boolean },
): Promise<string | undefined> {
  const picker = window.createQuickPick<CommandItem>();
  picker.title = title;
  picker.placeholder = placeholder;
  picker.matchOnDescription = false;
  let timer: NodeJS.Timeout | undefined;
  let searches = 0;
  const search = async () => {
    const query = picker.value.trim();
    const mine = ++searches;
    const entries = await sandshell.sessions.history(query, offered).catch((): HistoryEntry[] => []);
    if (mine === searches) {
      const typed: CommandItem[] =
        takesTyped && query !== "" ? [{ label: `$(play) ${query}`, command: picker.value, alwaysShow: true }] : [];
      picker.items = [...typed, ...distinct(entries).map(itemOf)];
      picker.busy = false;
    }
  };
  const offerTyped = () => {
    if (takesTyped && picker.value.trim() !== "") {
      const typed = { label: `$(play) ${picker.value.trim()}`, command: picker.value, alwaysShow: true };
      picker.items = [typed, ...picker.items.filter(({ label }) => !label.startsWith("$(play)"))];
      picker.activeItems = [typed];
    }
  };
  return new Promise((resolve) => {
    picker.onDidChangeValue(() => {
      offerTyped();
      clearTimeout(timer);
      timer = setTimeout(search, searchAfterMs);
    });
    picker.onDidAccept(() => {
      const [chosen] = picker.selectedItems;
      resolve(chosen?.command ?? (takesTyped && picker.value.trim() !== "" ? picker.value : undefined));
      picker.hide();
    });
    picker.onDidHide(() => {
      clearTimeout(timer);
      resolve(undefined);
      picker.dispose();
    });
    picker.busy = true;
    picker.show();
    void search();
  });
}

function distinct(entries: readonly HistoryEntry[]): HistoryEntry[] {
  const seen = new Set<string>();
  return entries.filter(({ command }) => !seen.has(command) && seen.add(command));
}

function itemOf(entry: HistoryEntry): CommandItem {
  return {
    label: shortCommand(entry.command, 100),
    description: outcome({ ...entry, signal: null, timedOut: false }),
    detail: entry.cwd,
    command: entry.command,
  };
}
