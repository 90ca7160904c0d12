import {
  type Disposable,
  EventEmitter,
  type TextDocument,
  type TextDocumentContentProvider,
  Uri,
  window,
  workspace,
} from "vscode";
import { refusalOf } from "../refusal.ts";
import { outcome, shortCommand } from "../sessions/execView.ts";
import type { Sessions } from "../sessions/sessions.ts";
import { withoutEscapes } from "../terminal/plainText.ts";

const scheme = "sandshell-output";

/** How long a document is left as it is while its command prints. */
const refreshAfterMs = 250;

const running = "[running]\n";

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
      sessions.onListed(() => this.#refreshRunning()),
      this.#changed,
    ];
  }

  async show(execId: string, command: string): Promise<void> {
    const document = await workspace.openTextDocument(uriOf(execId, command));
    await window.showTextDocument(document, { preview: true });
  }

  async provideTextDocumentContent({ query: execId }: Uri): Promise<string> {
    try {
      return await this.#read(execId);
    } catch (error) {
      const shown = documentOf(execId)?.getText();
      if (shown?.endsWith(running) && refusalOf(error)?.code === "EXEC_NOT_FOUND") {
        return `${shown.slice(0, -running.length)}[ended with its server]\n`;
      }
      throw error;
    }
  }

  dispose(): void {
    for (const registration of this.#registrations) {
      registration.dispose();
    }
    this.#refreshing.forEach(clearTimeout);
  }

  async #read(execId: string): Promise<string> {
    const { chunks, truncated, command, end } = await this.#sessions.output(execId);
    const decoder = new TextDecoder();
    const text = chunks
      .map(({ text, dataBase64 }) => text ?? decoder.decode(Buffer.from(dataBase64 ?? "", "base64"), { stream: true }))
      .join("");
    const lost = truncated ? "[the beginning is no longer kept]\n" : "";
    const state = end === undefined ? running : `[${outcome(end)}]\n`;
    const body = withoutEscapes(text);
    return `$ ${command}\n${lost}${body}${body === "" || body.endsWith("\n") ? "" : "\n"}${state}`;
  }

  /** Those that ran when the server was lost. */
  #refreshRunning(): void {
    for (const document of workspace.textDocuments) {
      if (document.uri.scheme === scheme && document.getText().endsWith(running)) {
        this.#changed.fire(document.uri);
      }
    }
  }

  #refreshSoon(execId: string): void {
    const document = documentOf(execId);
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

function documentOf(execId: string): TextDocument | undefined {
  return workspace.textDocuments.find(({ uri }) => uri.scheme === scheme && uri.query === execId);
}

function uriOf(execId: string, command: string): Uri {
  return Uri.from({ scheme, path: `/${shortCommand(command, 40).replace(/[/\\?#]/g, "_")}.log`, query: execId });
}
