/**
 * The one time limit of a test. It is no assertion about speed: it turns a wait that would never end into a failure that
 * shows what came until then.
 */
export class Deadline {
  readonly #endMs = performance.now() + 30_000;

  get isOver(): boolean {
    return performance.now() >= this.#endMs;
  }

  /** Rejected with `late()` where the deadline comes first. */
  async limit<T>(wait: Promise<T>, late: () => Error): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const end = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(late()), Math.max(this.#endMs - performance.now(), 1));
    });
    try {
      return await Promise.race([wait, end]);
    } finally {
      clearTimeout(timer);
    }
  }
}
