import { type Disposable, EventEmitter, type TextDocumentContentProvider, Uri, window, workspace } from "vscode";
import { outcome, shortCommand } from "../sessions/execView.ts";
import type { Sessions } from "../sessions/sessions.ts";
import { withoutEscapes } from "../terminal/plainText.ts";

const scheme = "sandshell-output";

/** How long a document is left as it is while its command prints. */
const refreshAfterMs = 250;

/** The output of commands as read-only documents, without escape sequences; one that is open follows its command. */
export class OutputDocuments implements TextDocumentContentProvider, Disposable {
  readonly #sessions: Sessions;
  readonly #changed = new EventEmitter<Uri>();
  readonly #refreshing = new Map<string, NodeJS.Timeout>();
  readonly #registrations: Disposable[];
  readonly onDidChange = this.#changed.event;

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
    this.#registrations = [
      workspace.registerTextDocumentContentProvider(scheme, this),
      sessions.onHappened(({ exec }) => {
        if (exec !== undefined) {
          this.#refreshSoon(exec.execId);
        }
      }),
    ];
  }

  async show(execId: string, command: string): Promise<void> {
    const document = await workspace.openTextDocument(uriOf(execId, command));
    await window.showTextDocument(document, { preview: true });
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const execId = uri.query;
    const { chunks, truncated, command, end } = await this.#sessions.output(execId);
    const decoder = new TextDecoder();
    const text = chunks
      .map(({ text, dataBase64 }) => text ?? decoder.decode(Buffer.from(dataBase64 ?? "", "base64"), { stream: true }))
      .join("");
    const lost = truncated ? "[the beginning is no longer kept]\n" : "";
    const state = end === undefined ? "[running]" : `[${outcome(end)}]`;
    const body = withoutEscapes(text);
    return `$ ${command}\n${lost}${body}${body === "" || body.endsWith("\n") ? "" : "\n"}${state}\n`;
  }

  dispose(): void {
    for (const registration of this.#registrations) {
      registration.dispose();
    }
    this.#refreshing.forEach(clearTimeout);
  }

  #refreshSoon(execId: string): void {
    const document = workspace.textDocuments.find(({ uri }) => uri.scheme === scheme && uri.query === execId);
    if (document !== undefined && !this.#refreshing.has(execId)) {
      this.#refreshing.set(
        execId,
        setTimeout(() => {
          this.#refreshing.delete(execId);
          this.#changed.fire(document.uri);
        }, refreshAfterMs),
      );
    }
  }
}

function uriOf(execId: string, command: string): Uri {
  return Uri.from({ scheme, path: `/${shortCommand(command, 40).replace(/[/\\?#]/g, "_")}.log`, query: execId });
}
