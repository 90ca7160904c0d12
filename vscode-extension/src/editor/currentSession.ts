import { homedir } from "node:os";
import { type Disposable, EventEmitter, type Memento, workspace } from "vscode";
import type { SessionCreateParams } from "../protocol.ts";
import { folderSession, newSessionFor, sessionNamed } from "../sessions/naming.ts";
import type { Sessions } from "../sessions/sessions.ts";
import type { SessionView } from "../sessions/sessionView.ts";
import { readConfig } from "./config.ts";

const key = "session";

/**
 * The session in which commands of this window run: the folder's own, which all windows on that folder share, or the one
 * that the user has switched to. It is made when it is first needed.
 */
export class CurrentSession implements Disposable {
  readonly #sessions: Sessions;
  readonly #memory: Memento;
  readonly #switched = new EventEmitter<void>();
  readonly onSwitched = this.#switched.event;

  constructor(sessions: Sessions, memory: Memento) {
    this.#sessions = sessions;
    this.#memory = memory;
  }

  get id(): string {
    return this.#memory.get<string>(key) ?? ownSession().sessionId;
  }

  get view(): SessionView | undefined {
    return this.#sessions.get(this.id);
  }

  /** It, or another that is named; made where it is not there. */
  async ensure(sessionId = this.id): Promise<SessionView> {
    const own = ownSession();
    return this.#sessions.ensure({
      ...newSession(),
      ...(sessionId === own.sessionId ? own : {}),
      sessionId,
    });
  }

  /** The session of an id or a name, made where there is none; the window's own where nothing is named. */
  async named(wanted?: string): Promise<SessionView> {
    if (wanted === undefined || wanted === "") {
      return this.ensure();
    }
    await this.#sessions.connect();
    const known = sessionNamed(
      this.#sessions.all.map(({ session }) => session),
      wanted,
    );
    if (known !== undefined) {
      return this.ensure(known.sessionId);
    }
    const own = ownSession();
    const isOwn = wanted === own.sessionId || wanted === own.name;
    return this.#sessions.ensure({ ...newSession(), ...(isOwn ? own : newSessionFor(wanted)) });
  }

  /** A new session, which is not the window's own; where it is given no name, it is numbered after the folder. */
  async another(name?: string): Promise<SessionView> {
    await this.#sessions.connect();
    return this.#sessions.create({ ...newSession(), name: name ?? this.#nextName() });
  }

  async switchTo(sessionId: string): Promise<void> {
    await this.#memory.update(key, sessionId === ownSession().sessionId ? undefined : sessionId);
    this.#switched.fire();
  }

  /** The window's session is its folder's own again, where it has been that one. */
  async leave(sessionId: string): Promise<void> {
    if (sessionId === this.id) {
      await this.switchTo(folderSession(folder()).sessionId);
    }
  }

  dispose(): void {
    this.#switched.dispose();
  }

  #nextName(): string {
    const taken = new Set(this.#sessions.all.map(({ session }) => session.name));
    const { name } = ownSession();
    let number = 2;
    while (taken.has(`${name} ${number}`)) {
      number++;
    }
    return `${name} ${number}`;
  }
}

/** What new sessions of this window are made with. */
export function newSession(): SessionCreateParams {
  const { shell, startup, environment } = readConfig();
  return {
    cwd: folder(),
    startup,
    ...(shell === "" ? {} : { shell }),
    ...(Object.keys(environment).length === 0 ? {} : { env: environment }),
  };
}

/** The folder that relative paths of this window begin in. */
export function folder(): string {
  const first = workspace.workspaceFolders?.[0]?.uri;
  return first?.scheme === "file" ? first.fsPath : homedir();
}

function ownSession() {
  return folderSession(folder());
}
