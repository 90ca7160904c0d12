import {
  type Disposable,
  EventEmitter,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  window,
} from "vscode";
import { type ExecView, outcome, shortCommand } from "../sessions/execView.ts";
import type { Sessions } from "../sessions/sessions.ts";
import type { SessionView } from "../sessions/sessionView.ts";
import type { CurrentSession } from "./currentSession.ts";

export type SessionNode = { kind: "session"; sessionId: string };
export type ExecNode = { kind: "exec"; sessionId: string; execId: string };
export type Node = SessionNode | ExecNode;

/** How many commands of a session are listed. */
const mostExecs = 30;

/** Sessions and their commands, newest first. It changes when the server says that something has, and never asks. */
export class SessionsTree implements TreeDataProvider<Node>, Disposable {
  readonly #sessions: Sessions;
  readonly #current: CurrentSession;
  readonly #changed = new EventEmitter<Node | undefined>();
  /** The editor knows a node by its identity. */
  readonly #nodes = new WeakMap<SessionView | ExecView, Node>();
  readonly #view: TreeView<Node>;
  readonly #registrations: Disposable[];
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(sessions: Sessions, current: CurrentSession, complain: (error: unknown) => void) {
    this.#sessions = sessions;
    this.#current = current;
    this.#view = window.createTreeView("sandshell.sessions", { treeDataProvider: this, showCollapseAll: true });
    this.#registrations = [
      this.#view,
      this.#view.onDidChangeVisibility(({ visible }) => {
        if (visible) {
          sessions.connect().catch(complain);
        }
      }),
      sessions.onListed(() => this.#changed.fire(undefined)),
      sessions.onChanged((view) => this.#changed.fire(this.#isListed(view) ? this.#session(view) : undefined)),
      sessions.onHappened(({ view, event }) => {
        if (event.method === "sandbox/exec/started" || event.method === "sandbox/exec/exited") {
          this.#changed.fire(this.#session(view));
        }
      }),
      sessions.onLost(() => this.#tellOfServer()),
      sessions.onListed(() => this.#tellOfServer()),
      current.onSwitched(() => this.#changed.fire(undefined)),
      this.#changed,
    ];
  }

  getChildren(node?: Node): Node[] {
    if (node === undefined) {
      return this.#sessions.all.map((view) => this.#session(view));
    }
    const view = node.kind === "session" ? this.#sessions.get(node.sessionId) : undefined;
    return (view?.newestExecs ?? []).slice(0, mostExecs).map((exec) => this.#exec(exec));
  }

  getParent(node: Node): Node | undefined {
    const view = node.kind === "exec" ? this.#sessions.get(node.sessionId) : undefined;
    return view === undefined ? undefined : this.#session(view);
  }

  getTreeItem(node: Node): TreeItem {
    const view = this.#sessions.get(node.sessionId);
    if (view === undefined) {
      return new TreeItem("");
    }
    if (node.kind === "session") {
      return this.#sessionItem(view);
    }
    const exec = view.execs.get(node.execId);
    return exec === undefined ? new TreeItem("") : execItem(exec);
  }

  dispose(): void {
    for (const registration of this.#registrations) {
      registration.dispose();
    }
  }

  #tellOfServer(): void {
    this.#view.message = this.#sessions.isLost ? "The server is gone: this is how it was." : "";
  }

  #sessionItem(view: SessionView): TreeItem {
    const { session } = view;
    const isCurrent = view.id === this.#current.id;
    const item = new TreeItem(
      session.name,
      isCurrent ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
    );
    item.id = view.id;
    item.contextValue = view.current === undefined ? "session" : "session.busy";
    item.description = view.current === undefined ? session.cwd : shortCommand(view.current.command, 40);
    item.iconPath =
      view.current === undefined
        ? new ThemeIcon(
            isCurrent ? "terminal-linux" : "terminal",
            isCurrent ? new ThemeColor("charts.green") : undefined,
          )
        : new ThemeIcon("loading~spin");
    const tooltip = new MarkdownString();
    // Names and folders are somebody's text.
    tooltip.appendText(
      `${session.name} (${view.id})${isCurrent ? ", the one of this window" : ""}\n\n` +
        `${session.shell}, ${session.state}, started again ${session.restarts} times\n\n${session.cwd}`,
    );
    item.tooltip = tooltip;
    return item;
  }

  #isListed(view: SessionView): boolean {
    return this.#sessions.get(view.id) !== undefined && this.#nodes.has(view);
  }

  #session(view: SessionView): Node {
    return this.#node(view, { kind: "session", sessionId: view.id });
  }

  #exec(exec: ExecView): Node {
    return this.#node(exec, { kind: "exec", sessionId: exec.sessionId, execId: exec.execId });
  }

  #node(of: SessionView | ExecView, fresh: Node): Node {
    const node = this.#nodes.get(of) ?? fresh;
    this.#nodes.set(of, node);
    return node;
  }
}

function execItem(exec: ExecView): TreeItem {
  const item = new TreeItem(shortCommand(exec.command));
  item.id = `${exec.sessionId}/${exec.execId}`;
  item.contextValue = `exec.${exec.isRunning ? "running" : "ended"}${exec.isTyped ? ".typed" : ""}`;
  item.description = exec.isRunning ? (exec.background ? "in the background" : "running") : outcome(exec);
  item.iconPath = exec.isRunning
    ? new ThemeIcon(exec.background ? "server-process" : "loading~spin")
    : exec.hasFailed
      ? new ThemeIcon("error", new ThemeColor("testing.iconFailed"))
      : new ThemeIcon("pass", new ThemeColor("testing.iconPassed"));
  const tooltip = new MarkdownString();
  tooltip.appendCodeblock(exec.command, "shellscript");
  tooltip.appendText(`${exec.cwd}\n${item.description}`);
  item.tooltip = tooltip;
  if (!exec.isTyped) {
    item.command = { command: "sandshell.showOutput", title: "Show Output", arguments: [exec] };
  }
  return item;
}
