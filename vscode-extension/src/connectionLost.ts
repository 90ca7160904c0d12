const name = "ConnectionLostError";

/** The connection has ended before the answer was there, or before anything could be asked. */
export class ConnectionLostError extends Error {
  override readonly name = name;

  constructor() {
    super("The connection to Sandshell's server was lost.");
  }
}

/** Whether it is one. By its name: who throws it may be loaded apart from who asks, and has a class of its own then. */
export function isConnectionLost(error: unknown): boolean {
  return error instanceof Error && error.name === name;
}
