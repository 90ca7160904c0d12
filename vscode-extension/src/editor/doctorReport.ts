import {
  type Disposable,
  EventEmitter,
  ProgressLocation,
  type TextDocumentContentProvider,
  Uri,
  window,
  workspace,
} from "vscode";
import type { ServerHost } from "./serverHost.ts";

const scheme = "sandshell-doctor";
const uri = Uri.from({ scheme, path: "Sandshell Doctor" });

/** What the server's doctor says of this machine, as a read-only document: asked anew whenever it is shown. */
export class DoctorReport implements TextDocumentContentProvider, Disposable {
  readonly #host: ServerHost;
  readonly #changed = new EventEmitter<Uri>();
  readonly #registration: Disposable;
  readonly onDidChange = this.#changed.event;

  constructor(host: ServerHost) {
    this.#host = host;
    this.#registration = workspace.registerTextDocumentContentProvider(scheme, this);
  }

  async show(): Promise<void> {
    // For one that is open; another is asked for by its opening.
    this.#changed.fire(uri);
    await window.showTextDocument(await workspace.openTextDocument(uri));
  }

  async provideTextDocumentContent(): Promise<string> {
    // Its exit code says whether something is wrong, and what it prints says what.
    const { text } = await window.withProgress(
      { location: ProgressLocation.Window, title: "Sandshell's doctor looks at this machine" },
      () => this.#host.run("doctor"),
    );
    return `${text}\n`;
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }
}
