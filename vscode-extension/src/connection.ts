import type { Readable, Writable } from "node:stream";
import {
  CancellationToken,
  ConnectionError,
  createMessageConnection,
  type Disposable,
  ErrorCodes,
  type Event,
  type MessageConnection,
  type RequestHandler,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";
import { ConnectionLostError } from "./connectionLost.ts";
import type { InitializeParams, InitializeResult } from "./lsp.ts";
import type { ClientNotifications, ClientRequests, ServerNotifications, ServerRequests } from "./methods.ts";
import { protocolVersion } from "./protocol.ts";

/**
 * Typed requests and notifications to a server, over any pair of streams. Handlers run on the event loop in the order in
 * which the messages came. A request that is still open when the connection ends is rejected with a
 * {@link ConnectionLostError}.
 */
export class Connection implements Disposable {
  readonly #rpc: MessageConnection;

  /** Listening begins at once, so register handlers before anything else runs. */
  constructor(fromServer: Readable, toServer: Writable) {
    this.#rpc = createMessageConnection(new StreamMessageReader(fromServer), new StreamMessageWriter(toServer));
    // Or what is open would stay so for ever.
    this.#rpc.onClose(() => this.#rpc.dispose());
    this.#rpc.listen();
  }

  /** The server's output has ended; what is still open is rejected. */
  get onClose(): Event<void> {
    return this.#rpc.onClose;
  }

  /** Says who is asking and waits for the server's answer. The server ends with `processId`, which is this process. */
  async initialize(params: InitializeParams = {}): Promise<InitializeResult> {
    const { capabilities, ...rest } = params;
    const result = await this.request("initialize", {
      processId: process.pid,
      capabilities: { ...capabilities, experimental: { sandbox: { protocolVersion } } },
      ...rest,
    });
    await this.notify("initialized", {});
    return result;
  }

  /** Ends all sessions of the server, and then the server. */
  async shutdown(): Promise<void> {
    await this.request("shutdown", undefined);
    await this.notify("exit", undefined);
  }

  /** A cancelled request is rejected only once the server has really stopped what it was about. */
  async request<M extends keyof ClientRequests>(
    method: M,
    params: ClientRequests[M]["params"],
    token = CancellationToken.None,
  ): Promise<ClientRequests[M]["result"]> {
    try {
      return await (params === undefined
        ? this.#rpc.sendRequest(method, token)
        : this.#rpc.sendRequest(method, params, token));
    } catch (error) {
      throw isLoss(error) ? new ConnectionLostError() : error;
    }
  }

  /** Resolves when the message has been handed to the stream. */
  notify<M extends keyof ClientNotifications>(method: M, params: ClientNotifications[M]): Promise<void> {
    return params === undefined ? this.#rpc.sendNotification(method) : this.#rpc.sendNotification(method, params);
  }

  on<M extends keyof ServerNotifications>(method: M, handler: (params: ServerNotifications[M]) => void): Disposable {
    return this.#rpc.onNotification(method, handler);
  }

  answer<M extends keyof ServerRequests>(
    method: M,
    handler: RequestHandler<ServerRequests[M]["params"], ServerRequests[M]["result"], void>,
  ): Disposable {
    return this.#rpc.onRequest(method, handler);
  }

  /** Lets go of the streams without a word to the server. */
  dispose(): void {
    this.#rpc.end();
    this.#rpc.dispose();
  }
}

function isLoss(error: unknown): boolean {
  const codes: number[] = [ErrorCodes.PendingResponseRejected, ErrorCodes.MessageWriteError];
  return error instanceof ConnectionError || (error instanceof ResponseError && codes.includes(error.code));
}
