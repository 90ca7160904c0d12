import { CustomExecution, type Disposable, Task, TaskScope, tasks } from "vscode";
import type { Sessions } from "../sessions/sessions.ts";
import { SizeLoans } from "../sessions/sizeLoans.ts";
import { readTaskDefinition } from "../sessions/taskDefinition.ts";
import { type CurrentSession, folder } from "./currentSession.ts";
import { TaskTerminal } from "./taskTerminal.ts";
import type { Terminals } from "./terminals.ts";

const type = "sandshell";

/**
 * Runs the tasks of tasks.json that are of our type. There are only those: what could be run of a folder is what other
 * providers know.
 */
export function registerTasks(sessions: Sessions, current: CurrentSession, terminals: Terminals): Disposable {
  const loans = new SizeLoans();
  return tasks.registerTaskProvider(type, {
    provideTasks: () => [],
    resolveTask: (task) => {
      const base = typeof task.scope === "object" ? task.scope.uri.fsPath : folder();
      const execution = new CustomExecution(
        async (resolved) =>
          new TaskTerminal(() => readTaskDefinition(resolved, base), { sessions, current, terminals, loans }),
      );
      return new Task(
        task.definition,
        task.scope ?? TaskScope.Workspace,
        task.name,
        type,
        execution,
        task.problemMatchers,
      );
    },
  });
}
