import { type QuickPickItem, ThemeIcon, window } from "vscode";
import { outcome, shortCommand } from "../../sessions/execView.ts";
import { withoutIcons } from "../labels.ts";
import { showLog } from "../logView.ts";
import type { Sandshell } from "../sandshell.ts";
import { askHistory } from "./commandPicker.ts";

/** Commands that show something. */
export function outputCommands(sandshell: Sandshell) {
  const { sessions, outputs, executing, host, log, current } = sandshell;
  return {
    "sandshell.showOutput": async (of?: { execId: string; command?: string }) => {
      const execId = of?.execId ?? (await askExec(sandshell));
      if (execId !== undefined) {
        const exec = sessions.all.map(({ execs }) => execs.get(execId)).find((found) => found !== undefined);
        await outputs.show(execId, of?.command ?? exec?.command ?? execId);
      }
    },
    "sandshell.searchHistory": async () => {
      await current.ensure();
      const command = await askHistory(sandshell);
      if (command !== undefined) {
        await executing.run(command);
      }
    },
    "sandshell.doctor": () => sandshell.doctor.show(),
    "sandshell.restartServer": () => host.restart(),
    "sandshell.showLog": () => showLog(log),
  };
}

async function askExec({ sessions, current }: Sandshell): Promise<string | undefined> {
  await sessions.connect();
  const items: (QuickPickItem & { id: string })[] = (current.view?.newestExecs ?? [])
    .filter((exec) => !exec.isTyped)
    .map((exec) => ({
      label: withoutIcons(shortCommand(exec.command)),
      description: exec.isRunning ? "running" : outcome(exec),
      iconPath: new ThemeIcon(exec.isRunning ? "loading~spin" : exec.hasFailed ? "error" : "pass"),
      id: exec.execId,
    }));
  if (items.length === 0) {
    window.showInformationMessage("Nothing has been run in this session yet.");
    return undefined;
  }
  return (await window.showQuickPick(items, { title: "Show Command Output" }))?.id;
}
