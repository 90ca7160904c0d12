import type { TerminalSize } from "../protocol.ts";

/** Remembers what size sessions had before tasks were given theirs; several may wait for one session. */
export class SizeLoans {
  readonly #loans = new Map<string, { size: TerminalSize; takers: number }>();

  /** Somebody will give a session, which has this size, another. */
  borrow(sessionId: string, size: TerminalSize): void {
    const loan = this.#loans.get(sessionId) ?? { size, takers: 0 };
    loan.takers++;
    this.#loans.set(sessionId, loan);
  }

  /** They need it no more. Answers the size of before once nobody does. */
  giveBack(sessionId: string): TerminalSize | undefined {
    const loan = this.#loans.get(sessionId);
    if (loan === undefined || --loan.takers > 0) {
      return undefined;
    }
    this.#loans.delete(sessionId);
    return loan.size;
  }
}
