import { type LogOutputChannel, type TextEditor, window } from "vscode";

/** In milliseconds. */
const patience = 1_000;
const attempts = 8;

/**
 * Opens the log. The editor drops that wish, and says nothing, as long as it does not know the log's file, which it looks
 * for by itself in a window's first seconds: so the wish is repeated until the log is to be seen.
 */
export async function showLog(log: LogOutputChannel): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    log.show();
    if (await isSoonSeen(log)) {
      return;
    }
  }
}

function isSoonSeen({ name }: LogOutputChannel): Promise<boolean> {
  const isIn = (editors: readonly TextEditor[]) =>
    editors.some(({ document: { uri } }) => uri.scheme === "output" && uri.path.includes(name));
  if (isIn(window.visibleTextEditors)) {
    return Promise.resolve(true);
  }
  return new Promise((resolve) => {
    const end = (isSeen: boolean) => {
      clearTimeout(timer);
      watching.dispose();
      resolve(isSeen);
    };
    const timer = setTimeout(() => end(false), patience);
    const watching = window.onDidChangeVisibleTextEditors((editors) => {
      if (isIn(editors)) {
        end(true);
      }
    });
  });
}
