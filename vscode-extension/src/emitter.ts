/** Something that can be ended, once. */
export interface Disposable {
  dispose(): void;
}

/** Has a listener told from now on, until what it answers is disposed of. */
export type Event<T> = (listener: (event: T) => void) => Disposable;

/**
 * Tells what has happened to whoever listens, in the order in which they began to. One that throws keeps nothing from the
 * others, and what one of them begins or ends meanwhile counts from the next time on.
 */
export class Emitter<T> implements Disposable {
  #listeners: readonly { hear: (event: T) => void }[] = [];

  readonly event: Event<T> = (hear) => {
    const listener = { hear };
    this.#listeners = [...this.#listeners, listener];
    return {
      dispose: () => {
        this.#listeners = this.#listeners.filter((other) => other !== listener);
      },
    };
  };

  fire(event: T): void {
    for (const { hear } of this.#listeners) {
      try {
        hear(event);
      } catch (error) {
        console.error(error);
      }
    }
  }

  /** Nobody is told any more. */
  dispose(): void {
    this.#listeners = [];
  }
}
