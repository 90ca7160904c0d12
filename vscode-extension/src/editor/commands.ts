import { commands, type Disposable } from "vscode";
import { execCommands } from "./commands/execCommands.ts";
import { outputCommands } from "./commands/outputCommands.ts";
import { sessionCommands } from "./commands/sessionCommands.ts";
import type { Sandshell } from "./sandshell.ts";

type Command = (...args: never[]) => unknown;

/** Gives the ids that package.json contributes their meaning; what goes wrong is said to the user. */
export function registerCommands(sandshell: Sandshell): Disposable[] {
  const all: Record<string, Command> = {
    ...execCommands(sandshell),
    ...sessionCommands(sandshell),
    ...outputCommands(sandshell),
  };
  return Object.entries(all).map(([id, run]) =>
    commands.registerCommand(id, async (...args: never[]) => {
      try {
        await run(...args);
      } catch (error) {
        void sandshell.host.complain(error);
      }
    }),
  );
}
