/** How often something may be started again before it is given up: so many times in a stretch of time. */
export class RestartBudget {
  readonly #starts: number[] = [];

  constructor(
    readonly most = 5,
    readonly withinMs = 180_000,
    private readonly now: () => number = Date.now,
  ) {}

  /** Takes one start where there is one left. */
  take(): boolean {
    const at = this.now();
    while (this.#starts[0] !== undefined && this.#starts[0] <= at - this.withinMs) {
      this.#starts.shift();
    }
    if (this.#starts.length >= this.most) {
      return false;
    }
    this.#starts.push(at);
    return true;
  }

  /** The user has asked for it: everything is forgiven. */
  reset(): void {
    this.#starts.length = 0;
  }
}
