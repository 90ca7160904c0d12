import { setTimeout as pause } from "node:timers/promises";
import { Deadline } from "../conformance/deadline.ts";

/** What `find` finds, once that is something; asked again and again, for as long as a test may wait. */
export async function eventually<T>(what: string, find: () => T | undefined | PromiseLike<T | undefined>): Promise<T> {
  const deadline = new Deadline();
  for (;;) {
    const found = await find();
    if (found !== undefined) {
      return found;
    }
    if (deadline.isOver) {
      throw new Error(`there was never ${what}`);
    }
    await pause(20);
  }
}

/** Once it is so. */
export async function until(what: string, isSo: () => boolean | PromiseLike<boolean>): Promise<void> {
  await eventually(what, async () => (await isSo()) || undefined);
}
