import type { CancellationToken } from "vscode-jsonrpc/node";
import type { Connection } from "../connection.ts";
import type { Exec, ExecParams, ExecResult, HistoryEntry, OutputChunk, TerminalSize } from "../protocol.ts";

/** A command's output as far as the server keeps it. */
export interface KeptOutput {
  command: string;
  chunks: OutputChunk[];
  /** Its beginning is gone. */
  truncated: boolean;
  end: Exec | undefined;
}

/** What is asked of the server and nothing of it remembered here: each is a call, and fails where that does. */
export abstract class SessionRequests {
  /** The connection, which is made first where there is none. */
  abstract connect(): Promise<Connection>;

  /** The connection where there is one. */
  protected abstract get connected(): Connection | undefined;

  /** Types on a session's terminal. */
  async input(sessionId: string, text: string): Promise<void> {
    const connection = await this.connect();
    await connection.request("sandbox/session/input", { sessionId, text });
  }

  /** A session that is gone, or a server that is, has no size. */
  async resize(sessionId: string, size: TerminalSize): Promise<void> {
    await this.connected?.request("sandbox/session/resize", { sessionId, size }).catch(() => {});
  }

  /** Gives a running command input. */
  async write(execId: string, text: string): Promise<void> {
    const connection = await this.connect();
    await connection.request("sandbox/exec/write", { execId, text });
  }

  /** Ctrl-C; answers whether it still ran. */
  async interrupt(execId: string): Promise<boolean> {
    const connection = await this.connect();
    return (await connection.request("sandbox/exec/interrupt", { execId })).running;
  }

  /** Sends a signal; answers whether it still ran. */
  async kill(execId: string, signal: string): Promise<boolean> {
    const connection = await this.connect();
    return (await connection.request("sandbox/exec/kill", { execId, signal })).running;
  }

  async environment(sessionId: string, names: string[]): Promise<Record<string, string>> {
    const connection = await this.connect();
    return (await connection.request("sandbox/session/getEnv", { sessionId, names })).env;
  }

  async setEnvironment(sessionId: string, env: Record<string, string | null>): Promise<void> {
    const connection = await this.connect();
    await connection.request("sandbox/session/setEnv", { sessionId, env });
  }

  /** What this user has run in any session, newest first, where it has all of these words. */
  async history(query: string, limit: number): Promise<HistoryEntry[]> {
    const connection = await this.connect();
    const params = query === "" ? { limit } : { query, limit };
    return (await connection.request("sandbox/session/history", params)).entries;
  }

  /** What is kept of a command's output, and how it ended if it has. */
  async output(execId: string): Promise<KeptOutput> {
    const connection = await this.connect();
    const { exec } = await connection.request("sandbox/exec/get", { execId });
    const chunks: OutputChunk[] = [];
    let truncated = false;
    let afterSeq = 0;
    for (;;) {
      const read = await connection.request("sandbox/exec/read", { execId, afterSeq });
      chunks.push(...read.chunks);
      truncated ||= read.truncated;
      if (read.chunks.length === 0 || read.nextSeq - 1 <= afterSeq) {
        const hasEnded = exec.state === "exited" || exec.state === "closed";
        return { command: exec.command, chunks, truncated, end: hasEnded ? exec : undefined };
      }
      afterSeq = read.nextSeq - 1;
    }
  }

  async exec(params: ExecParams, token?: CancellationToken): Promise<ExecResult> {
    const connection = await this.connect();
    return connection.request("sandbox/exec", params, token);
  }
}
