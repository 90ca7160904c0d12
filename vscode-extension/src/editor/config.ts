import { workspace } from "vscode";

/** What the user has set, as it was when it was read. */
export interface Config {
  readonly javaHome: string;
  readonly serverJar: string;
  readonly isShared: boolean;
  readonly shell: string;
  readonly startup: "clean" | "user";
  readonly environment: Readonly<Record<string, string | null>>;
  readonly onTerminal: boolean;
  readonly revealTerminal: boolean;
  readonly progress: "notification" | "statusBar";
  readonly codeLens: boolean;
}

/** The only reader of the settings. */
export function readConfig(): Config {
  const settings = workspace.getConfiguration("sandshell");
  return Object.freeze({
    javaHome: settings.get("java.home", ""),
    serverJar: settings.get("server.jar", ""),
    isShared: settings.get("server.shared", true),
    shell: settings.get("session.shell", ""),
    startup: settings.get<"clean" | "user">("session.startup", "user"),
    environment: settings.get<Record<string, string | null>>("session.environment", {}),
    onTerminal: settings.get("exec.onTerminal", true),
    revealTerminal: settings.get("exec.revealTerminal", true),
    progress: settings.get<"notification" | "statusBar">("exec.progress", "notification"),
    codeLens: settings.get("codeLens.enabled", true),
  });
}
