import { type Disposable, type ExtensionContext, type LogOutputChannel, window } from "vscode";
import { Sessions } from "../sessions/sessions.ts";
import { CodeLenses } from "./codeLenses.ts";
import { CurrentSession } from "./currentSession.ts";
import { DoctorReport } from "./doctorReport.ts";
import { Executing } from "./executing.ts";
import { Exports } from "./exports.ts";
import { InputRequests } from "./inputRequests.ts";
import { registerTool } from "./languageModelTool.ts";
import { OutputDocuments } from "./outputDocuments.ts";
import { ServerHost } from "./serverHost.ts";
import { SessionsTree } from "./sessionsTree.ts";
import { StatusBar } from "./statusBar.ts";
import { registerTasks } from "./tasks.ts";
import { Terminals } from "./terminals.ts";

/** The extension's parts, put together. Nothing here starts the server; that is done by the first who needs it. */
export class Sandshell implements Disposable {
  readonly log: LogOutputChannel;
  readonly host: ServerHost;
  readonly sessions: Sessions;
  readonly current: CurrentSession;
  readonly terminals: Terminals;
  readonly executing: Executing;
  readonly outputs: OutputDocuments;
  readonly doctor: DoctorReport;
  readonly exports: Exports;
  readonly #others: Disposable[];

  constructor(context: ExtensionContext) {
    this.log = window.createOutputChannel("Sandshell", { log: true });
    this.host = new ServerHost(context, this.log);
    this.sessions = new Sessions(this.host.supervisor);
    this.current = new CurrentSession(this.sessions, context.workspaceState);
    this.terminals = new Terminals(this.host.supervisor, this.sessions, this.current, context.workspaceState);
    this.executing = new Executing(this.sessions, this.current, this.terminals);
    this.outputs = new OutputDocuments(this.sessions);
    this.doctor = new DoctorReport(this.host);
    this.exports = new Exports(this.sessions, this.current);
    const complain = (error: unknown) => void this.host.complain(error);
    this.#others = [
      new InputRequests(this.sessions, this.executing, this.terminals),
      new StatusBar(this.sessions, this.current),
      new SessionsTree(this.sessions, this.current, complain),
      new CodeLenses(this.sessions, this.current, this.executing, complain),
      registerTasks(this.sessions, this.current, this.terminals),
      ...registerTool(this.exports),
    ];
  }

  dispose(): void {
    for (const part of [
      ...this.#others,
      this.doctor,
      this.outputs,
      this.terminals,
      this.current,
      this.sessions,
      this.host,
      this.log,
    ]) {
      part.dispose();
    }
  }
}
