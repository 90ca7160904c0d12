import { type QuickPickItem, QuickPickItemKind, ThemeIcon, window } from "vscode";
import { shortCommand } from "../../sessions/execView.ts";
import type { SessionView } from "../../sessions/sessionView.ts";
import { withoutIcons } from "../labels.ts";
import type { Sandshell } from "../sandshell.ts";
import type { SessionNode } from "../sessionsTree.ts";

const identifier = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** As the protocol has it. */
const longestName = 200;

/** Commands about sessions: of one of the tree, or else of the window's own. */
export function sessionCommands(sandshell: Sandshell) {
  const { sessions, current, terminals } = sandshell;

  const of = async (node?: SessionNode): Promise<SessionView> =>
    (node && sessions.get(node.sessionId)) ?? (await current.ensure());

  return {
    "sandshell.newSession": async () => {
      const name = await window.showInputBox({
        title: "New Session",
        prompt: "Its name; without one, it is numbered after the folder",
        validateInput: (value) => complaintOfName(value.trim(), sessions.all),
      });
      if (name !== undefined) {
        const view = await current.another(name.trim() || undefined);
        await current.switchTo(view.id);
        await terminals.reveal(view, false);
      }
    },
    "sandshell.switchSession": async () => {
      const id = await askSession(sandshell);
      if (id !== undefined) {
        await switchTo(id);
      }
    },
    "sandshell.switchToSession": (node: SessionNode) => switchTo(node.sessionId),
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
        {
          title: `Reset Session ${view.session.name}`,
          placeHolder:
            view.current === undefined ? "What runs there ends" : `${shortCommand(view.current.command)} ends`,
        },
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
      const running = view.newestExecs.filter(({ isRunning }) => isRunning).map(({ command }) => shortCommand(command));
      const answer = await window.showWarningMessage(
        `Delete session ${view.session.name}?`,
        { modal: true, detail: ["Its shell ends, and all that runs there.", ...running].join("\n") },
        "Delete",
      );
      if (answer !== undefined) {
        await sessions.delete(view.id);
        await current.leave(view.id);
      }
    },
    "sandshell.setEnvironmentVariable": async (node?: SessionNode) => {
      const view = await of(node);
      const title = `Set Environment Variable in ${view.session.name}`;
      const name = await window.showInputBox({
        title: `${title} (1/2)`,
        prompt: "Its name",
        validateInput: (value) =>
          identifier.test(value.trim()) ? undefined : "Letters, digits and _ only, and no digit at the beginning.",
      });
      if (name !== undefined) {
        await setVariable(view, name.trim(), title);
      }
    },
    "sandshell.openTerminal": async (node?: SessionNode) => {
      await terminals.reveal(await of(node), false);
    },
  };

  async function switchTo(id: string): Promise<void> {
    await current.switchTo(id);
    await terminals.reveal(await current.ensure(), false);
  }

  async function setVariable(view: SessionView, name: string, title: string): Promise<void> {
    // A shell that runs something neither tells nor takes a value before that is over.
    const { current: running } = view;
    const before = running === undefined ? (await sessions.environment(view.id, [name]))[name] : undefined;
    const shown = withoutLineBreaks(before ?? "");
    const value = await window.showInputBox({
      title: `${title} (2/2)`,
      prompt:
        running === undefined
          ? `The value of ${name}; leave it empty to unset it`
          : `The value of ${name} after ${shortCommand(running.command)}; leave it empty to unset it`,
      value: shown,
    });
    // One of several lines is not to become another by being looked at.
    if (value === undefined || (value === shown && value !== "")) {
      return;
    }
    const what = `${name} is ${value === "" ? "unset" : "set"} in ${withoutIcons(view.session.name)}`;
    const setting = sessions.setEnvironment(view.id, { [name]: value === "" ? null : value });
    if (view.current !== undefined) {
      const waiting = `${what} after ${withoutIcons(shortCommand(view.current.command))}`;
      window.setStatusBarMessage(`$(watch) ${waiting}`, setting);
    }
    await setting;
    window.setStatusBarMessage(`$(check) ${what}`, 5_000);
  }
}

/** What is wrong with the name of a new session, if anything is; none is a good one. */
function complaintOfName(name: string, others: readonly SessionView[]): string | undefined {
  if (name.length > longestName) {
    return `At most ${longestName} characters.`;
  }
  return others.some(({ session }) => session.name === name) ? `There is a session ${name} already.` : undefined;
}

/** As an input box shows it, which has one line. */
function withoutLineBreaks(text: string): string {
  return text.replaceAll(/[\r\n]/g, "");
}

async function askSession({ sessions, current }: Sandshell): Promise<string | undefined> {
  await sessions.connect();
  const items: (QuickPickItem & { id?: string })[] = sessions.all.map((view) => ({
    label: withoutIcons(view.session.name),
    description: view.id === current.id ? "the one of this window" : "",
    detail: withoutIcons(
      view.current === undefined ? view.session.cwd : `${view.session.cwd}: ${shortCommand(view.current.command)}`,
    ),
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
