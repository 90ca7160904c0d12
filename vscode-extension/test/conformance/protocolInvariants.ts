// What holds for every message to a client, whatever a test is about; see test-fixtures/README.md.

import { isObject, type Json, type JsonObject } from "./json.ts";

const internalError = -32603;

export class ProtocolInvariants {
  /** The pids of the shells that the client was told of. */
  readonly shells = new Set<number>();

  readonly #lastSeq = new Map<string, number>();
  readonly #nextOffset = new Map<string, number>();
  readonly #exited = new Set<string>();
  readonly #closed = new Set<string>();
  /** Commands whose start has been told since the client has attached; of others it may know just the end. */
  readonly #started = new Set<string>();
  /** Sessions of which the client may be told only in part, since it is not attached. */
  readonly #inPart = new Set<string>();

  /** Takes note of what the client asks for. */
  sent(message: JsonObject): void {
    if (message.method === "sandbox/session/detach" && isObject(message.params)) {
      this.#inPart.add(String(message.params.sessionId));
    }
  }

  /** What is wrong with a message, or null. */
  check(message: JsonObject): string | null {
    const { jsonrpc, error, result, method, params } = message;
    if (jsonrpc !== "2.0") {
      return 'a message without jsonrpc: "2.0"';
    }
    if (isObject(error)) {
      return error.code === internalError ? `an internal error: ${JSON.stringify(error)}` : null;
    }
    this.#noteShell(result);
    this.#noteReplay(result);
    this.#noteShell(params);
    if (typeof method !== "string" || !isObject(params)) {
      return null;
    }
    const partial = params.value;
    if (method === "$/progress" && isObject(partial) && "seq" in partial) {
      return this.#event("sandbox/exec/output", partial);
    }
    return method.startsWith("sandbox/exec/") ? this.#event(method, params) : null;
  }

  #noteShell(holder: Json | undefined): void {
    const session = isObject(holder) ? holder.session : undefined;
    const pid = isObject(session) ? session.pid : undefined;
    if (typeof pid === "number" && pid > 0) {
      this.shells.add(pid);
    }
  }

  /** The answer to an attach: events go on at the number that it says, some of them for the second time. */
  #noteReplay(result: Json | undefined): void {
    if (isObject(result) && typeof result.replayedFromSeq === "number" && isObject(result.session)) {
      const sessionId = String(result.session.sessionId);
      this.#lastSeq.set(sessionId, result.replayedFromSeq - 1);
      this.#inPart.delete(sessionId);
      for (const memory of [this.#started, this.#exited, this.#closed, this.#nextOffset]) {
        memory.clear();
      }
    }
  }

  #event(method: string, params: JsonObject): string | null {
    const sessionId = String(params.sessionId);
    const seq = Number(params.seq);
    const before = this.#lastSeq.get(sessionId);
    this.#lastSeq.set(sessionId, seq);
    // A session that was deleted and made again counts from 1 again.
    if (before === undefined && seq !== 1) {
      this.#inPart.add(sessionId);
    }
    const isInOrder = before === undefined || (this.#inPart.has(sessionId) ? seq > before : seq === before + 1);
    if (seq !== 1 && !isInOrder) {
      return `seq ${seq} of session ${sessionId} follows ${before}`;
    }
    const execId = params.execId;
    return typeof execId === "string" ? this.#ofCommand(method, execId, params) : null;
  }

  #ofCommand(method: string, execId: string, params: JsonObject): string | null {
    if (method === "sandbox/exec/started") {
      this.#started.add(execId);
      this.#exited.delete(execId);
      this.#closed.delete(execId);
      for (const stream of ["stdout", "stderr", "terminal"]) {
        this.#nextOffset.delete(`${execId}/${stream}`);
      }
    }
    if (this.#closed.has(execId)) {
      return `${method} after closed of ${execId}`;
    }
    if (method === "sandbox/exec/exited") {
      const isSecond = this.#exited.has(execId);
      this.#exited.add(execId);
      return isSecond ? `exited twice: ${execId}` : null;
    }
    if (method === "sandbox/exec/closed") {
      this.#closed.add(execId);
      return this.#started.has(execId) && !this.#exited.has(execId) ? `closed before exited: ${execId}` : null;
    }
    return method === "sandbox/exec/output" ? this.#output(execId, params) : null;
  }

  #output(execId: string, params: JsonObject): string | null {
    const stream = `${execId}/${params.stream}`;
    const offset = Number(params.offset);
    const expected = this.#nextOffset.get(stream);
    if (expected !== undefined && offset !== expected) {
      return `offset ${offset} of ${stream} where ${expected} was expected`;
    }
    const { text, dataBase64 } = params;
    if (typeof text === "string" && text.includes("\ufffd")) {
      // How many bytes a replacement character stood for is not known.
      this.#nextOffset.delete(stream);
    } else {
      const length =
        typeof text === "string" ? Buffer.byteLength(text) : Buffer.from(String(dataBase64), "base64").length;
      this.#nextOffset.set(stream, offset + length);
    }
    return null;
  }
}
