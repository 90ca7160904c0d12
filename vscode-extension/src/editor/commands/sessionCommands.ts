import { type QuickPickItem, QuickPickItemKind, ThemeIcon, window } from "vscode";
import { shortCommand } from "../../sessions/execView.ts";
import type { SessionView } from "../../sessions/sessionView.ts";
import type { Sandshell } from "../sandshell.ts";
import type { SessionNode } from "../sessionsTree.ts";

const identifier = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Commands about sessions: of one of the tree, or else of the window's own. */
export function sessionCommands(sandshell: Sandshell) {
  const { sessions, current, terminals } = sandshell;

  const of = async (node?: SessionNode): Promise<SessionView> =>
    (node && sessions.get(node.sessionId)) ?? (await current.ensure());

  return {
    "sandshell.newSession": async () => {
      const name = await window.showInputBox({ title: "New Session", prompt: "Its name", value: "shell" });
      if (name !== undefined) {
        const view = await current.another(name.trim() || undefined);
        await current.switchTo(view.id);
        await terminals.reveal(view, false);
      }
    },
    "sandshell.switchSession": async (node?: SessionNode) => {
      const id = node?.sessionId ?? (await askSession(sandshell));
      if (id !== undefined) {
        await current.switchTo(id);
        await terminals.reveal(await current.ensure(), false);
      }
    },
    "sandshell.resetSession": async (node?: SessionNode) => {
      const view = await of(node);
      const choice = await window.showQuickPick(
        [
          {
            label: "Keep State",
            detail: "A fresh shell with the folder, variables and functions of this one",
            keep: true,
          },
          { label: "From Scratch", detail: "A fresh shell, as the session began", keep: false },
        ],
        { title: `Reset Session ${view.session.name}`, placeHolder: "What runs there ends" },
      );
      if (choice !== undefined) {
        await sessions.reset(view.id, choice.keep);
      }
    },
    "sandshell.deleteSession": async (node?: SessionNode) => {
      await sessions.connect();
      const view = (node && sessions.get(node.sessionId)) ?? current.view;
      if (view === undefined) {
        window.showInformationMessage("There is no session to delete.");
        return;
      }
      const running = view.current;
      const answer = await window.showWarningMessage(
        `Delete session ${view.session.name}?`,
        {
          modal: true,
          detail: `Its shell and all that runs there end${running === undefined ? "" : `: ${shortCommand(running.command)}`}.`,
        },
        "Delete",
      );
      if (answer !== undefined) {
        await sessions.delete(view.id);
      }
    },
    "sandshell.setEnvironmentVariable": async (node?: SessionNode) => {
      const view = await of(node);
      const name = await window.showInputBox({
        title: `Set Environment Variable in ${view.session.name} (1/2)`,
        prompt: "Its name",
        validateInput: (value) =>
          identifier.test(value) ? undefined : "Letters, digits and _ only, and no digit at the beginning.",
      });
      if (name === undefined) {
        return;
      }
      const before = (await sessions.environment(view.id, [name]))[name];
      const value = await window.showInputBox({
        title: `Set Environment Variable in ${view.session.name} (2/2)`,
        prompt: `The value of ${name}; nothing unsets it`,
        value: before ?? "",
      });
      if (value !== undefined) {
        await sessions.setEnvironment(view.id, { [name]: value === "" ? null : value });
        window.setStatusBarMessage(
          `$(check) ${name} is ${value === "" ? "unset" : "set"} in ${view.session.name}`,
          5_000,
        );
      }
    },
    "sandshell.openTerminal": async (node?: SessionNode) => {
      await terminals.reveal(await of(node), false);
    },
  };
}

async function askSession({ sessions, current }: Sandshell): Promise<string | undefined> {
  await sessions.connect();
  const items: (QuickPickItem & { id?: string })[] = sessions.all.map((view) => ({
    label: view.session.name,
    description: view.id === current.id ? "the one of this window" : "",
    detail:
      view.current === undefined ? view.session.cwd : `${view.session.cwd}: ${shortCommand(view.current.command)}`,
    iconPath: new ThemeIcon(view.current === undefined ? "terminal" : "loading~spin"),
    id: view.id,
  }));
  if (items.length === 0) {
    return current.id;
  }
  const fresh = { label: "$(add) New Session", id: "" };
  const chosen = await window.showQuickPick([...items, { label: "", kind: QuickPickItemKind.Separator }, fresh], {
    title: "Switch Session",
    placeHolder: "Where commands of this window run",
    matchOnDetail: true,
  });
  return chosen?.id === "" ? (await current.another()).id : chosen?.id;
}
