import type { Connection } from "../connection.ts";
import { type Disposable, Emitter, type Event } from "../emitter.ts";
import type { ServerNotifications } from "../methods.ts";
import type { Session, SessionCreateParams } from "../protocol.ts";
import { refusalOf } from "../refusal.ts";
import type { Opened, ServerSupervisor } from "../server/serverSupervisor.ts";
import { ExecView } from "./execView.ts";
import { SessionRequests } from "./sessionRequests.ts";
import { outputBytes, type Screen, type SessionEvent, SessionView } from "./sessionView.ts";

/** What the protocol recommends: below it, nobody waits. */
const acknowledgeAt = 5_000;

/** Something has happened in a session; `exec` is the command that it has happened to, where it is one. */
export interface Happening {
  view: SessionView;
  event: SessionEvent;
  exec: ExecView | undefined;
}

/** A further screen that a session is shown on. */
export interface Watching extends Disposable {
  /** So many bytes of what it has been shown have been taken. */
  taken(bytes: number): void;
}

/**
 * The server's sessions as they are, kept up to date by what the server tells and never by asking again. All of them are
 * attached, so that commands of other clients are seen too; output that nobody shows is acknowledged at once.
 */
export class Sessions extends SessionRequests implements Disposable {
  readonly #supervisor: ServerSupervisor;
  readonly #views = new Map<string, SessionView>();
  readonly #changed = new Emitter<SessionView>();
  readonly #happened = new Emitter<Happening>();
  readonly #listed = new Emitter<void>();
  readonly #lost = new Emitter<void>();
  readonly #registrations: Disposable[];
  #connection: Connection | undefined;
  /** What is remembered here is known to the server, too. */
  #isCurrent: Promise<void> = Promise.resolve();
  #isLost = false;

  constructor(supervisor: ServerSupervisor) {
    super();
    this.#supervisor = supervisor;
    this.#registrations = [
      supervisor.onOpened((opened) => this.#begin(opened)),
      supervisor.onLost(({ isFinal }) => this.#lose(isFinal)),
    ];
  }

  /** A session is another now; one that is over is `terminated`. */
  get onChanged(): Event<SessionView> {
    return this.#changed.event;
  }

  /** Told of every event of every session, once. */
  get onHappened(): Event<Happening> {
    return this.#happened.event;
  }

  /** All that was known has been asked for anew, since the server is another. */
  get onListed(): Event<void> {
    return this.#listed.event;
  }

  /** The connection is gone. */
  get onLost(): Event<void> {
    return this.#lost.event;
  }

  /** The server is gone, and there is no other before somebody asks for it: what is remembered here is how it was. */
  get isLost(): boolean {
    return this.#isLost;
  }

  get all(): SessionView[] {
    return [...this.#views.values()];
  }

  get(sessionId: string): SessionView | undefined {
    return this.#views.get(sessionId);
  }

  protected override get connected(): Connection | undefined {
    return this.#connection;
  }

  /** Answers once what is remembered here is what the server says. */
  override async connect(): Promise<Connection> {
    const { connection } = await this.#supervisor.open();
    await this.#isCurrent;
    return connection;
  }

  /** The session of an id, made where there is none. */
  async ensure(params: SessionCreateParams & { sessionId: string }): Promise<SessionView> {
    await this.connect();
    const known = this.#views.get(params.sessionId);
    if (known !== undefined) {
      return known;
    }
    try {
      return await this.create(params);
    } catch (error) {
      // Another window was faster.
      if (refusalOf(error)?.code !== "SESSION_ALREADY_EXISTS") {
        throw error;
      }
      return this.#attach(params.sessionId);
    }
  }

  async create(params: SessionCreateParams): Promise<SessionView> {
    const connection = await this.connect();
    const { session } = await connection.request("sandbox/session/create", params);
    return this.#update(session);
  }

  async delete(sessionId: string): Promise<void> {
    const connection = await this.connect();
    await connection.request("sandbox/session/delete", { sessionId });
    this.#forget(sessionId);
  }

  async reset(sessionId: string, keepState: boolean): Promise<void> {
    const connection = await this.connect();
    this.#update((await connection.request("sandbox/session/reset", { sessionId, keepState })).session);
  }

  /**
   * Shows a session's events on a screen from now on, beginning with the last so many that have been, or after the one that
   * it has shown already. The screen then says by {@link acknowledge} what it has taken. Answers the number of the first
   * event that comes.
   */
  async show(sessionId: string, screen: Screen, earlierEvents: number, shownSeq = 0): Promise<number> {
    const connection = await this.connect();
    const view = this.#views.get(sessionId);
    if (view === undefined) {
      throw new Error(`There is no session ${sessionId} any more.`);
    }
    const afterSeq = Math.max(0, shownSeq, view.lastSeq - earlierEvents);
    const { replayedFromSeq } = await connection.request("sandbox/session/attach", { sessionId, afterSeq });
    // What comes next is what was asked for, in its order.
    view.screen = screen;
    return replayedFromSeq;
  }

  /** Shows them no more. */
  hide(sessionId: string, screen: Screen): void {
    const view = this.#views.get(sessionId);
    if (view?.screen === screen) {
      view.screen = undefined;
    }
  }

  /** So much output of a session has been taken. It is said in steps, since each is a message. */
  acknowledge(sessionId: string, bytes: number): void {
    const view = this.#views.get(sessionId);
    if (view === undefined) {
      return;
    }
    view.unacknowledged += bytes;
    this.#acknowledge(view);
  }

  /**
   * Shows a session's new events on one more screen, until that is disposed of. Output comes no faster than it says that it
   * takes it.
   */
  watch(view: SessionView, screen: Screen): Watching {
    view.watchers.set(screen, 0);
    return {
      taken: (bytes) => {
        const owed = view.watchers.get(screen);
        if (owed !== undefined) {
          view.watchers.set(screen, Math.max(0, owed - bytes));
          this.#acknowledge(view);
        }
      },
      dispose: () => {
        view.watchers.delete(screen);
        this.#acknowledge(view);
      },
    };
  }

  dispose(): void {
    for (const part of [...this.#registrations, this.#changed, this.#happened, this.#listed, this.#lost]) {
      part.dispose();
    }
  }

  #begin({ connection }: Opened): void {
    this.#connection = connection;
    this.#isLost = false;
    connection.on("sandbox/session/changed", ({ session }) => this.#heardOf(session));
    for (const method of [
      "sandbox/exec/started",
      "sandbox/exec/output",
      "sandbox/exec/inputRequired",
      "sandbox/exec/exited",
      "sandbox/exec/closed",
    ] as const) {
      connection.on(method, (params: ServerNotifications[typeof method]) =>
        this.#take({ method, params } as SessionEvent),
      );
    }
    this.#isCurrent = this.#list(connection);
    this.#isCurrent.catch(() => {});
  }

  /** Of what runs nobody knows any more how it goes, unless there is another connection soon. */
  #lose(isFinal: boolean): void {
    this.#isLost = isFinal;
    for (const view of isFinal ? this.#views.values() : []) {
      view.lost();
      this.#changed.fire(view);
    }
    this.#lost.fire();
  }

  async #list(connection: Connection): Promise<void> {
    const { sessions } = await connection.request("sandbox/session/list", {});
    const gone = [...this.#views.keys()].filter((id) => !sessions.some((session) => session.sessionId === id));
    for (const id of gone) {
      this.#forget(id);
    }
    await Promise.all(sessions.map((session) => this.#attach(session.sessionId).catch(() => {})));
    this.#listed.fire();
  }

  /** What has been missed comes again where something has been heard of the session before. */
  async #attach(sessionId: string): Promise<SessionView> {
    const connection = this.#connection as Connection;
    const known = this.#views.get(sessionId);
    const attached = await connection.request("sandbox/session/attach", {
      sessionId,
      ...(known === undefined ? {} : { afterSeq: known.lastSeq }),
    });
    const view = this.#update(attached.session);
    if (known === undefined) {
      view.lastSeq = Math.max(view.lastSeq, attached.replayedFromSeq - 1);
    } else if (attached.replayedFromSeq <= known.lastSeq) {
      // Another session of that name.
      known.lastSeq = attached.replayedFromSeq - 1;
      known.execs.clear();
    }
    const { execs } = await connection.request("sandbox/exec/list", { sessionId });
    for (const exec of execs) {
      if (exec.state !== "queued" && view.execs.get(exec.execId)?.isLost !== false) {
        view.remember(new ExecView(exec));
      }
    }
    this.#changed.fire(view);
    return view;
  }

  #heardOf(session: Session): void {
    if (session.state === "terminated") {
      this.#update(session);
      this.#forget(session.sessionId);
    } else if (this.#views.has(session.sessionId)) {
      this.#update(session);
    } else {
      this.#attach(session.sessionId).catch(() => {});
    }
  }

  #update(session: Session): SessionView {
    const known = this.#views.get(session.sessionId);
    const view = known ?? new SessionView(session);
    view.session = session;
    this.#views.set(session.sessionId, view);
    this.#changed.fire(view);
    return view;
  }

  #forget(sessionId: string): void {
    const view = this.#views.get(sessionId);
    if (view !== undefined) {
      this.#views.delete(sessionId);
      view.session = { ...view.session, state: "terminated" };
      this.#changed.fire(view);
    }
  }

  #acknowledge(view: SessionView): void {
    const bytes = view.acknowledgeable;
    if (bytes >= acknowledgeAt) {
      view.unacknowledged -= bytes;
      void this.#connection?.notify("sandbox/session/ack", { sessionId: view.id, bytes }).catch(() => {});
    }
  }

  #take(event: SessionEvent): void {
    const view = this.#views.get(event.params.sessionId);
    const isNew = view !== undefined && event.params.seq > view.lastSeq;
    if (isNew) {
      const exec = view.take(event);
      this.#happened.fire({ view, event, exec });
      view.showWatchers(event);
    }
    if (view?.screen !== undefined) {
      view.screen.show(event, !isNew);
    } else if (event.method === "sandbox/exec/output") {
      this.acknowledge(event.params.sessionId, outputBytes(event.params));
    }
  }
}
